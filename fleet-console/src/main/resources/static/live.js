"use strict";
// Keeps the live part of a page up to date: a change announced on /events makes it fetch that part again.
(() => {
  const SPACING_MS = 250; // several changes in a row make one fetch
  const REFRESH_MS = 30000; // ages such as "3 minutes ago" move on without a change
  const FLASH_MS = 1600;

  let timer = 0;
  let fetching = false;
  let again = false;

  const region = () => document.getElementById("live");

  function pulse(on) {
    const mark = document.getElementById("pulse");
    const text = document.getElementById("pulse-text");
    if (mark && text) {
      mark.classList.toggle("pulse-off", !on);
      const word = on ? mark.dataset.on : mark.dataset.off;
      if (text.textContent !== word) text.textContent = word;
    }
  }

  function schedule() {
    if (!timer) {
      timer = setTimeout(() => { timer = 0; refresh(); }, SPACING_MS);
    }
  }

  async function refresh() {
    if (fetching) { again = true; return; }
    fetching = true;
    try {
      const answer = await fetch(region().dataset.source, {headers: {Accept: "text/html"}});
      if (answer.ok) {
        const parsed = new DOMParser().parseFromString(await answer.text(), "text/html");
        const fresh = parsed.getElementById("live");
        if (fresh) update(region(), fresh);
      }
    } catch (unreachable) {
      // the stream notices as well and says so on the page
    } finally {
      fetching = false;
      if (again) { again = false; schedule(); }
    }
  }

  const keys = (root) => [...root.querySelectorAll("[data-key]")].map((part) => part.dataset.key);

  // Replaces only the parts that differ, so that focus, selection and scroll position stay.
  function update(old, fresh) {
    const before = new Map([...old.querySelectorAll("[data-key]")].map((part) => [part.dataset.key, part]));
    const sameShape = keys(old).join("\n") === keys(fresh).join("\n");
    if (sameShape && skeleton(old) === skeleton(fresh)) {
      for (const part of fresh.querySelectorAll("[data-key]")) replaceIfDifferent(before.get(part.dataset.key), part);
      return;
    }
    const focus = document.activeElement && document.activeElement.getAttribute("href");
    const connected = !document.getElementById("pulse").classList.contains("pulse-off");
    const texts = new Map([...before].map(([key, part]) => [key, part.textContent]));
    old.replaceWith(document.importNode(fresh, true));
    pulse(connected);
    for (const part of region().querySelectorAll("[data-key]")) {
      if (texts.get(part.dataset.key) !== part.textContent) flash(part);
    }
    if (focus) {
      const same = region().querySelector(`a[href="${CSS.escape(focus)}"]`);
      if (same) same.focus({preventScroll: true});
    }
  }

  // What stands outside the keyed parts.
  function skeleton(root) {
    const copy = root.cloneNode(true);
    for (const part of copy.querySelectorAll("[data-key]")) part.textContent = "";
    const mark = copy.querySelector("#pulse");
    if (mark) mark.remove();
    return copy.textContent.replace(/\s+/g, " ");
  }

  function replaceIfDifferent(old, fresh) {
    old.classList.remove("changed");
    if (old.outerHTML === fresh.outerHTML) return;
    const part = document.importNode(fresh, true);
    const differs = old.textContent !== part.textContent;
    old.replaceWith(part);
    if (differs) flash(part);
  }

  function flash(part) {
    part.classList.add("changed");
    setTimeout(() => part.classList.remove("changed"), FLASH_MS);
  }

  function follow() {
    const stream = new EventSource("/events");
    stream.addEventListener("hello", () => { pulse(true); schedule(); });
    stream.addEventListener("link", schedule);
    stream.addEventListener("terminal", (event) => {
      const shown = region().dataset.terminal;
      if (!shown || JSON.parse(event.data).id === shown) schedule();
    });
    stream.onerror = () => {
      pulse(false);
      if (stream.readyState === EventSource.CLOSED) setTimeout(follow, 5000); // refused, not only cut
    };
  }

  if (region()) {
    follow();
    setInterval(schedule, REFRESH_MS);
  }
})();
