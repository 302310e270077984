/* Progressive enhancement of the studio's editor, which works without it. */

(() => {
  "use strict";

  const PREVIEW_DELAY = 1_200;
  const WORDS_PER_MINUTE = 230;
  const AUTOSAVE_DELAY = 3_000;
  const AUTOSAVE_TIMEOUT = 10_000;

  const form = document.querySelector(".studio-editor");
  if (!form) {
    return;
  }
  const body = form.elements.body;
  let changed = document.querySelector(".notice-error") !== null;

  /** Inserts text as if it was typed, so that undo knows of it. */
  function insert(text) {
    body.focus();
    if (!document.execCommand("insertText", false, text)) {
      body.setRangeText(text, body.selectionStart, body.selectionEnd, "end");
      body.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }

  function surround(before, after, placeholder) {
    const start = body.selectionStart;
    const selected = body.value.slice(start, body.selectionEnd) || placeholder;
    insert(before + selected + after);
    body.setSelectionRange(start + before.length, start + before.length + selected.length);
  }

  /** Begins the lines of the selection with a mark. */
  function prefix(mark) {
    const start = body.value.lastIndexOf("\n", body.selectionStart - 1) + 1;
    body.setSelectionRange(start, body.selectionEnd);
    insert(body.value.slice(start, body.selectionEnd).replace(/^/gm, mark));
  }

  const commands = [
    { name: "Bold", text: "B", key: "b", run: () => surround("**", "**", "bold") },
    { name: "Italic", text: "I", key: "i", run: () => surround("*", "*", "italic") },
    { name: "Link", text: "Link", key: "k", run: () => surround("[", "](https://)", "text") },
    { name: "Code", text: "Code", key: "e", run: () => surround("`", "`", "code") },
    { name: "Heading", text: "Heading", run: () => prefix("## ") },
    { name: "List", text: "List", run: () => prefix("- ") },
    { name: "Quote", text: "Quote", run: () => prefix("> ") },
  ];

  function addToolbar() {
    const toolbar = form.querySelector(".studio-toolbar");
    for (const command of commands) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = command.text;
      button.setAttribute("aria-label", command.name);
      button.title = command.key ? `${command.name} (Ctrl+${command.key.toUpperCase()})` : command.name;
      button.addEventListener("click", command.run);
      toolbar.append(button);
    }
    toolbar.hidden = false;
  }

  function onKey(event) {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) {
      return;
    }
    const key = event.key.toLowerCase();
    const command = event.target === body && commands.find((each) => each.key === key);
    if (key === "s") {
      event.preventDefault();
      form.requestSubmit(form.elements.save);
    } else if (command) {
      event.preventDefault();
      command.run();
    }
  }

  /** Pastes formatted text as Markdown, and plain text where the server does not convert it. */
  function onPaste(event) {
    const html = event.clipboardData?.getData("text/html");
    if (!html || !/<(a|b|strong|em|i|h[1-6]|ul|ol|table|blockquote|pre|code)[\s>]/i.test(html)) {
      return;
    }
    event.preventDefault();
    const plain = event.clipboardData.getData("text/plain");
    fetch("/studio/markdown", {
      method: "POST",
      headers: { "Content-Type": "text/html", "X-CSRF-Token": form.dataset.csrf },
      body: html,
    })
      .then((response) => (response.ok ? response.text() : plain))
      .catch(() => plain)
      .then(insert);
  }

  function countWords() {
    const words = (body.value.match(/[\p{L}\p{N}]+(?:['’.\-][\p{L}\p{N}]+)*/gu) ?? []).length;
    const minutes = Math.max(1, Math.round(words / WORDS_PER_MINUTE));
    const label = words === 1 ? "1 word" : `${words.toLocaleString("en")} words`;
    form.querySelector(".studio-words").textContent = `${label}, ${minutes} min read`;
  }

  /* Each preview has a frame of its own, so that Back leads to the page before, and no empty frame is seen. */
  let previews = 0;
  let timer = 0;

  function preview() {
    const section = document.querySelector(".studio-preview");
    const old = section.querySelector("iframe");
    const frame = old.cloneNode();
    previews += 1;
    frame.name = `preview-${previews}`;
    frame.hidden = true;
    section.append(frame);
    const button = form.elements.preview;
    button.formTarget = frame.name;
    submitting = true;
    form.requestSubmit(button);
    submitting = false;
    frame.addEventListener("load", () => {
      frame.hidden = false;
      section.querySelectorAll("iframe").forEach((each) => each !== frame && each.remove());
    }, { once: true });
  }

  let submitting = false;

  function previewSoon() {
    clearTimeout(timer);
    timer = setTimeout(preview, PREVIEW_DELAY);
  }

  /** Shows why nothing was sent, above the form; what was typed stays where it is. */
  function warn(text, link) {
    let notice = document.querySelector(".studio-warning");
    if (!notice) {
      notice = document.createElement("p");
      notice.className = "notice notice-error studio-warning";
      notice.setAttribute("role", "alert");
      form.before(notice);
    }
    notice.replaceChildren(text, " ");
    if (link) {
      const way = document.createElement("a");
      way.href = link;
      way.target = "_blank";
      way.textContent = "Sign in in another tab";
      notice.append(way, ", then save again here.");
    }
    notice.scrollIntoView({ block: "center" });
  }

  /** Sends the form only when somebody takes it: the log-in page, or that of an error, would replace what was typed. */
  let isTaken = false;

  async function send(button) {
    try {
      const response = await fetch("/studio/posts/new", {
        method: "HEAD",
        redirect: "manual",
        headers: { "X-CSRF-Token": form.dataset.csrf },
      });
      if (response.type === "opaqueredirect" || response.status === 401) {
        warn("Your session ended, and nothing was saved yet. Nothing that you typed is lost.", "/login");
        return;
      }
      if (!response.ok) {
        warn(`The site cannot save at the moment (${response.status}), and nothing was saved yet. Nothing that you typed is lost: save again in a few seconds.`);
        return;
      }
      // What is kept after the save would come back as typed and not saved, without what was typed last.
      clearTimeout(keeping);
      await keepingRequest;
      clearTimeout(keeping);
      // A preview at the same moment would take the place of the save.
      clearTimeout(timer);
      isTaken = true;
      changed = false;
      form.requestSubmit(button);
    } catch {
      warn("The site cannot be reached, and nothing was saved yet. Nothing that you typed is lost: save again later.");
    } finally {
      isTaken = false;
    }
  }

  /** Sends a note without leaving the editor, where something may not be saved yet. */
  async function sendNote(event) {
    const panel = event.target.closest(".studio-notes");
    if (!panel) {
      return;
    }
    event.preventDefault();
    const fields = new URLSearchParams(new FormData(event.target, event.submitter));
    try {
      const response = await fetch(event.target.action, {
        method: "POST",
        headers: { Accept: "text/html", "X-CSRF-Token": form.dataset.csrf },
        body: fields,
      });
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      const fresh = page.querySelector(".studio-notes");
      if (!fresh) {
        throw new Error("no notes");
      }
      panel.replaceWith(document.adoptNode(fresh));
      fresh.querySelector("#note-text").focus({ preventScroll: true });
    } catch {
      warn("The note was not sent, because the site cannot be reached or your session ended.", "/login");
    }
  }

  /* What is typed is kept on the server for this person alone, until it is saved or discarded. */
  let keeping = 0;
  let keepingRequest = Promise.resolve();
  let kept = "";

  /** One request after the other, so that none arrives after a newer one. */
  function keepSoon() {
    clearTimeout(keeping);
    keeping = setTimeout(() => {
      keepingRequest = keepingRequest.then(keep);
    }, AUTOSAVE_DELAY);
  }

  async function keep() {
    const status = form.querySelector(".studio-kept");
    const fields = new URLSearchParams(new FormData(form));
    const text = fields.toString();
    if (text === kept) {
      return;
    }
    try {
      const response = await fetch(`/studio/posts/${form.elements.autosave.value}/autosave`, {
        method: "POST",
        redirect: "manual",
        body: fields,
        signal: AbortSignal.timeout(AUTOSAVE_TIMEOUT),
      });
      if (response.ok) {
        kept = text;
        changed = false;
        const time = new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
        status.textContent = `Kept for you at ${time}, not saved yet`;
        document.querySelector(".studio-warning")?.remove();
      } else if (response.type === "opaqueredirect" || response.status === 401) {
        if (!document.querySelector(".studio-warning")) {
          warn("Your session ended. Nothing that you typed is lost, as long as this page stays open.", "/login");
        }
        keepSoon();
      } else {
        status.textContent = "Not kept: save it";
      }
    } catch {
      status.textContent = "Not kept: the site cannot be reached";
      keepSoon();
    }
  }

  /** Leads to the line or the field that the address names. */
  function jump() {
    const line = /^#line-([0-9]+)$/.exec(location.hash);
    if (line) {
      const lines = body.value.split("\n");
      const index = Math.min(Number(line[1]), lines.length) - 1;
      const start = lines.slice(0, index).reduce((sum, each) => sum + each.length + 1, 0);
      body.focus();
      body.setSelectionRange(start, start + lines[index].length);
      body.scrollTop = Math.max(0, (body.scrollHeight * index) / lines.length - body.clientHeight / 2);
    } else if (location.hash.length > 1) {
      document.getElementById(location.hash.slice(1))?.focus();
    }
  }

  addToolbar();
  countWords();
  jump();
  addEventListener("hashchange", jump);
  document.addEventListener("keydown", onKey);
  document.addEventListener("submit", sendNote);
  body.addEventListener("paste", onPaste);
  form.addEventListener("input", () => {
    changed = true;
    countWords();
    previewSoon();
    keepSoon();
  });
  form.addEventListener("submit", (event) => {
    if (event.submitter === form.elements.preview) {
      if (!submitting) {
        event.preventDefault();
        preview();
      }
    } else if (!isTaken) {
      event.preventDefault();
      send(event.submitter ?? form.elements.save);
    }
  });
  addEventListener("beforeunload", (event) => {
    if (changed) {
      event.preventDefault();
    }
  });
  if (body.value) {
    preview();
  }
})();
