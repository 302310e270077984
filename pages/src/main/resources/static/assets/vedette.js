/* Progressive enhancement of the pages; every page works without it. */

(() => {
  "use strict";

  const INITIAL_RETRY_DELAY = 5_000;
  const MAX_RETRY_DELAY = 120_000;
  const MESSAGE_DURATION = 2_000;

  /** Shows on the front page how many posts were published since it was opened. */
  function watchLiveEvents(region) {
    const known = new Set();
    let missed = false;
    let source = null;
    let retryDelay = INITIAL_RETRY_DELAY;
    let timer = 0;

    function show() {
      if (known.size === 0 && !missed) {
        region.replaceChildren();
        return;
      }
      const link = document.createElement("a");
      link.href = "/";
      link.textContent = label();
      link.addEventListener("click", (event) => {
        event.preventDefault();
        location.reload();
      });
      region.replaceChildren(link);
    }

    function label() {
      if (missed) {
        return "New posts";
      }
      return known.size === 1 ? "1 new post" : `${known.size} new posts`;
    }

    function idOf(event) {
      try {
        return JSON.parse(event.data).id;
      } catch {
        return undefined;
      }
    }

    function published(event) {
      const id = idOf(event);
      if (id) {
        known.add(id);
        show();
      }
    }

    function withdrawn(event) {
      if (known.delete(idOf(event))) {
        show();
      }
    }

    /** Events were missed: before the stream was open, or because it could not be resumed. */
    function resync() {
      missed = true;
      show();
    }

    function open() {
      clearTimeout(timer);
      source = new EventSource(region.dataset.live);
      source.addEventListener("open", () => {
        retryDelay = INITIAL_RETRY_DELAY;
      });
      source.addEventListener("PostPublished", published);
      source.addEventListener("PostWithdrawn", withdrawn);
      source.addEventListener("Resync", resync);
      source.addEventListener("error", reopen);
    }

    /** The browser reconnects after a lost connection, but not after an error response. */
    function reopen() {
      if (source && source.readyState === EventSource.CLOSED) {
        timer = setTimeout(open, retryDelay * (0.75 + Math.random() / 2));
        retryDelay = Math.min(2 * retryDelay, MAX_RETRY_DELAY);
      }
    }

    function close() {
      clearTimeout(timer);
      source?.close();
      source = null;
    }

    open();
    addEventListener("pagehide", close);
    addEventListener("pageshow", (event) => {
      if (event.persisted) {
        open();
      }
    });
  }

  /** Adds a button that copies a block of code. */
  function copyable(block) {
    const frame = document.createElement("div");
    const button = document.createElement("button");
    frame.className = "copyable";
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.addEventListener("click", () => {
      navigator.clipboard.writeText(block.textContent.replace(/\n$/, "")).then(
        () => showMessage(button, "Copied"),
        () => showMessage(button, "Not allowed"),
      );
    });
    block.replaceWith(frame);
    frame.append(block, button);
  }

  function showMessage(button, message) {
    button.textContent = message;
    setTimeout(() => {
      button.textContent = "Copy";
    }, MESSAGE_DURATION);
  }

  /** Makes areas focusable by the Tab key, and lets them say that they scroll, only while they can. */
  function focusable(areas) {
    const update = () => {
      for (const area of areas) {
        const scrolls = area.scrollWidth > area.clientWidth || area.scrollHeight > area.clientHeight;
        area.classList.toggle("scrolls", scrolls);
        if (scrolls) {
          area.tabIndex = 0;
        } else {
          area.removeAttribute("tabindex");
        }
      }
    };
    new ResizeObserver(update).observe(document.documentElement);
  }

  /** Opens what is folded while the page is printed, for browsers in which style sheets cannot. */
  function openWhilePrinting() {
    let folded = [];
    addEventListener("beforeprint", () => {
      folded = [...document.querySelectorAll(".prose details:not([open])")];
      folded.forEach((details) => { details.open = true; });
    });
    addEventListener("afterprint", () => {
      folded.forEach((details) => { details.open = false; });
    });
  }

  const live = document.querySelector("[data-live]");
  if (live) {
    watchLiveEvents(live);
  }
  if (navigator.clipboard) {
    document.querySelectorAll(".prose pre").forEach(copyable);
  }
  const areas = document.querySelectorAll(".prose pre, .table-scroll");
  if (areas.length > 0) {
    focusable(areas);
  }
  openWhilePrinting();
})();
