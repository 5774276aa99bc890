// Search over the built pages with Pagefind: a dialog of our own, since Pagefind's ready-made one
// is ten times this size. The index is loaded on the first query, in the page's language.
(() => {
  "use strict";
  const button = document.querySelector(".search-button");
  const words = JSON.parse(button.dataset.words);
  const FILTERS = ["type", "theme", "kind", "year", "stage"];
  const FEW = 8;

  // Storage may be closed; then the key is on, and a choice lasts for this page.
  const SLASH = "dossier-slash";
  function slash_is_on() {
    try {
      return localStorage.getItem(SLASH) !== "off";
    } catch {
      return true;
    }
  }
  function keep_slash(on) {
    try {
      localStorage.setItem(SLASH, on ? "on" : "off");
    } catch {
      // Nothing can be kept.
    }
  }

  const make = (tag, properties = {}, ...children) => {
    const node = Object.assign(document.createElement(tag), properties);
    node.append(...children);
    return node;
  };

  const input = make("input", { type: "search", id: "search-text", autocomplete: "off", maxLength: 100 });
  const status = make("p", { className: "search-status" });
  status.setAttribute("role", "status");
  const selects = Object.fromEntries(FILTERS.map((name) => [name, make("select", { name, autocomplete: "off" })]));
  const filters = make("div", { className: "search-filters", hidden: true },
    ...FILTERS.map((name) => make("label", {}, make("span", { textContent: words[name] }), selects[name])));
  const results = make("ol", { className: "search-results" });
  const more = make("button", { type: "button", className: "search-more", textContent: words.more, hidden: true });
  const slash = make("input", { type: "checkbox", checked: slash_is_on() });
  const close = make("button", { type: "button", className: "search-close", textContent: words.close });
  const dialog = make("dialog", { className: "search-dialog" },
    make("form", { method: "dialog", className: "search-form" },
      make("label", { htmlFor: "search-text", textContent: words.label }), input, close),
    filters, status, results, more,
    make("label", { className: "search-slash" }, slash, ` ${words.slash}`));
  dialog.setAttribute("aria-label", words.open);
  document.body.append(dialog);

  let engine = null;
  let turn = 0;
  let found = [];
  let shown = 0;

  // A module cannot be loaded from a folder opened without a server: then the dialog says so.
  // Asked for twice while it comes, it is loaded once; after a failure the next question tries again.
  let loading = null;
  function load() {
    loading ||= start().catch((error) => {
      loading = null;
      throw error;
    });
    return loading;
  }

  async function start() {
    const module = await import(new URL(button.dataset.index + "pagefind.js", location.href));
    // What a title is worth is said in the templates: more on a page of the dossier than on a source.
    await module.options({ excerptLength: 24, ranking: { metaWeights: { title: 0 } }, baseUrl: new URL(button.dataset.index + "..", location.href).pathname });
    await module.init();
    const known = await module.filters();
    for (const name of FILTERS) fill_select(name, known[name] || {});
    filters.hidden = false;
    engine = module;
    return engine;
  }

  function fill_select(name, values) {
    const options = Object.entries(values).sort(([a], [b]) => a.localeCompare(b, document.documentElement.lang, { numeric: true }));
    if (name === "year") options.reverse();
    selects[name].replaceChildren(
      new Option(words.any, ""),
      ...options.map(([value, number]) => new Option(`${value} (${number})`, value)),
    );
  }

  async function search() {
    const mine = ++turn;
    const wanted = Object.fromEntries(FILTERS.filter((name) => selects[name].value).map((name) => [name, selects[name].value]));
    const text = input.value.trim();
    if (!text && !Object.keys(wanted).length) return clear("");
    try {
      const pagefind = await load();
      const answer = await pagefind.search(text || null, { filters: wanted });
      if (mine !== turn) return;
      found = answer.results;
      shown = 0;
      results.replaceChildren();
      status.textContent = found.length ? words.found.replace("{number}", found.length) : words.nothing;
      await show_more(mine);
    } catch (error) {
      clear(location.protocol === "file:" ? words.folder : words.failed);
    }
  }

  function clear(message) {
    found = [];
    results.replaceChildren();
    more.hidden = true;
    status.textContent = message;
  }

  async function show_more(mine = turn) {
    more.hidden = true;
    // All are asked for at once, and each is shown as soon as those before it are.
    for (const asked of found.slice(shown, shown + FEW).map((result) => result.data())) {
      const page = await asked;
      if (mine !== turn) return;
      results.append(entry(page));
      shown += 1;
    }
    more.hidden = shown >= found.length;
  }

  // Excerpts are text with <mark> from the index: rebuilt here, so that nothing else gets through.
  function excerpt(html) {
    const parsed = new DOMParser().parseFromString(`<div>${html}</div>`, "text/html").body.firstChild;
    const parts = [...parsed.childNodes].map((node) =>
      node.nodeName === "MARK" ? make("mark", { textContent: node.textContent }) : node.textContent);
    return make("p", {}, ...parts);
  }

  function entry(page) {
    const link = make("a", { href: page.url, textContent: page.meta.title });
    const kind = page.filters.type ? make("span", { className: "aside", textContent: page.filters.type.join(", ") }) : "";
    return make("li", {}, make("p", { className: "search-title" }, link, " ", kind), excerpt(page.excerpt));
  }

  let waiting = 0;
  const soon = () => {
    clearTimeout(waiting);
    engine?.preload(input.value.trim());
    waiting = setTimeout(search, 80);
  };
  input.addEventListener("input", soon);
  filters.addEventListener("change", search);
  more.addEventListener("click", () => show_more());
  close.addEventListener("click", () => dialog.close());
  dialog.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  slash.addEventListener("change", () => keep_slash(slash.checked));

  window.openSearch = () => {
    dialog.showModal();
    input.select();
    load().catch(() => location.protocol === "file:" && clear(words.folder));
  };
})();
