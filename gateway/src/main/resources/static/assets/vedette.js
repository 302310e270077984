/* Vedette: what a page can do beyond being read. Nothing is lost without it. */

(() => {
  "use strict";

  const FIRST_PAUSE = 5_000;
  const LONGEST_PAUSE = 120_000;
  const COPIED_FOR = 2_000;

  /** Says on the front page how many posts came since it was opened. */
  function watch(region) {
    const known = new Set();
    let missed = false;
    let source = null;
    let pause = FIRST_PAUSE;
    let timer = 0;

    function show() {
      if (known.size === 0 && !missed) {
        region.replaceChildren();
        return;
      }
      const link = document.createElement("a");
      link.href = "/";
      link.textContent = words();
      link.addEventListener("click", (event) => {
        event.preventDefault();
        location.reload();
      });
      region.replaceChildren(link);
    }

    function words() {
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

    /** Something came before the stream was open, or could not be taken up where it broke off. */
    function resync() {
      missed = true;
      show();
    }

    function open() {
      clearTimeout(timer);
      source = new EventSource(region.dataset.live);
      source.addEventListener("open", () => {
        pause = FIRST_PAUSE;
      });
      source.addEventListener("PostPublished", published);
      source.addEventListener("PostWithdrawn", withdrawn);
      source.addEventListener("Resync", resync);
      source.addEventListener("error", reopen);
    }

    /** The browser reconnects when a connection breaks, but gives up on an answer it did not expect. */
    function reopen() {
      if (source && source.readyState === EventSource.CLOSED) {
        timer = setTimeout(open, pause * (0.75 + Math.random() / 2));
        pause = Math.min(2 * pause, LONGEST_PAUSE);
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

  /** Puts a button beside a block of code that copies it. */
  function copyable(block) {
    const frame = document.createElement("div");
    const button = document.createElement("button");
    frame.className = "copyable";
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.addEventListener("click", () => {
      navigator.clipboard.writeText(block.textContent.replace(/\n$/, "")).then(
        () => say(button, "Copied"),
        () => say(button, "Not allowed"),
      );
    });
    block.replaceWith(frame);
    frame.append(block, button);
  }

  function say(button, word) {
    button.textContent = word;
    setTimeout(() => {
      button.textContent = "Copy";
    }, COPIED_FOR);
  }

  /** What does not scroll needs no stop on the way of the Tab key. */
  function reachable(areas) {
    const look = () => {
      for (const area of areas) {
        if (area.scrollWidth > area.clientWidth || area.scrollHeight > area.clientHeight) {
          area.tabIndex = 0;
        } else {
          area.removeAttribute("tabindex");
        }
      }
    };
    new ResizeObserver(look).observe(document.documentElement);
  }

  const live = document.querySelector("[data-live]");
  if (live) {
    watch(live);
  }
  if (navigator.clipboard) {
    document.querySelectorAll(".prose pre").forEach(copyable);
  }
  const areas = document.querySelectorAll(".prose pre, .table-scroll");
  if (areas.length > 0) {
    reachable(areas);
  }
})();
