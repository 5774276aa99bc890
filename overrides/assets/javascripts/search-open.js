// The way to the search, on every page: its parts are fetched when somebody wants to search. The link
// leads to the list of names, which is what remains without a script or from a folder.
(() => {
  "use strict";
  const slot = document.querySelector("[data-search]");
  if (!slot || location.protocol === "file:" || !("showModal" in HTMLDialogElement.prototype)) return;
  const fetched = (node) =>
    new Promise((done, failed) => {
      Object.assign(node, { onload: done, onerror: failed });
      document.head.append(node);
    });
  const script = (src) => window[src] || fetched(Object.assign(document.createElement("script"), { src, async: false }));
  let loading = null;
  const load = () =>
    (loading ||= Promise.all([
      fetched(Object.assign(document.createElement("link"), { rel: "stylesheet", href: `${slot.dataset.index}pagefind-component-ui.css` })),
      script(`${slot.dataset.index}pagefind-component-ui.js`),
      window.dossierWords || script(slot.dataset.script.replace("search.js", "words.js")),
    ]).then(() => script(slot.dataset.script)));
  const open = (text) =>
    load().then(() => window.openSearch(text), () => {
      loading = null;
      location.assign(slot.href);
    });

  slot.setAttribute("role", "button");
  slot.setAttribute("aria-haspopup", "dialog");
  slot.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
  // Ctrl+K or ⌘K by the place of the key, which is the same on a Russian layout.
  document.addEventListener("keydown", (event) => {
    if (event.key === " " && event.target === slot) slot.click();
    else if (event.code !== "KeyK" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    else open();
    event.preventDefault();
  });
  for (const form of document.querySelectorAll("form[data-search-form]")) {
    // On the page for addresses that do not exist, the words of the address are asked for.
    const [name] = decodeURI(location.pathname).match(/[^/]+(?=\/?$)/) || [""];
    if ("missing" in form.dataset && !name.startsWith("404.")) form.elements.q.value = name.replace(/\.html?$/, "").replace(/[-_]+/g, " ");
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      open(form.elements.q.value);
    });
  }
  const asked = new URLSearchParams(location.search).get("q");
  if (asked && !document.querySelector("#filters")) open(asked.slice(0, 100));
})();
