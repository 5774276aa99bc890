// Search: Pagefind's own interface, put together when somebody first wants to search. What is added
// to it: words without a match are told, an added spelling is not shown, Enter opens the first
// result, the address keeps the question. `words.js` is loaded with it.
(() => {
  "use strict";
  const slot = document.querySelector("[data-search]");
  const words = JSON.parse(slot.dataset.words);
  const { fold, split, stem } = window.dossierWords;
  const { configureInstance } = window.PagefindComponents;
  // The other spellings of names stand in the index behind this sign (`dossier/site/search_words.py`).
  const ADDED = /\s*\u2060[\p{L}\p{M}\p{N}'’-]+/gu;
  const own = (text) => text.replace(/(\S*?)((?:\s*(?:<mark>)?\u2060[\p{L}\p{M}\p{N}'’-]+(?:<\/mark>)?)+)/gu, (all, word, added) =>
    /<mark>/.test(added) && word && !/<mark>/.test(word) ? `<mark>${word}</mark>` : word);

  const root = new URL(slot.dataset.index, location.href);
  const instance = configureInstance("default", {
    bundlePath: root.pathname,
    baseUrl: new URL("..", root).pathname,
    excerptLength: 24,
    ranking: { metaWeights: { title: 0 }, termSimilarity: 30 },
  });
  instance.setTranslations(words.interface);
  instance.setLanguage();

  const make = (tag, properties = {}, ...children) => {
    const node = Object.assign(document.createElement(tag), properties);
    node.append(...children);
    return node;
  };
  const part = (name, attributes = {}, ...children) => {
    const node = make(`pagefind-${name}`, {}, ...children);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    return node;
  };

  const note = make("p", { className: "search-note", hidden: true });
  note.setAttribute("role", "status");
  const offered = make("p", { className: "search-offered", hidden: true });
  const filters = make("details", { className: "search-filters", open: matchMedia("(min-width: 48em) and (min-height: 40em)").matches },
    make("summary", { textContent: words.filters }),
    make("div", {}, ...["type", "theme", "kind", "year", "stage"].map((filter) =>
      part("filter-dropdown", { filter, label: words[filter], wrap: "", "hide-clear": "" }))));
  // The ready-made dialog, with our parts put in; it is shown by `open` alone.
  const modal = part("modal");
  document.body.append(modal);
  const dialog = modal.querySelector("dialog");
  dialog.setAttribute("aria-label", words.open);
  const summary = modal.querySelector("pagefind-summary");
  summary.before(filters, offered);
  summary.after(note);
  // A combobox has no name from its content, and the component takes an `aria-label` away again.
  for (const box of filters.querySelectorAll("[role=combobox]")) {
    box.firstChild.id = `${box.id}-name`;
    box.setAttribute("aria-labelledby", box.firstChild.id);
  }
  modal.querySelector("pagefind-input").setAttribute("debounce", "120");
  const results = modal.querySelector("pagefind-results");
  results.resultTemplate = entry;

  // An extract is text with <mark> from the index: rebuilt here, so that nothing else gets through.
  const marked = (html) =>
    [...new DOMParser().parseFromString(`<div>${own(html)}</div>`, "text/html").body.firstChild.childNodes].map((node) =>
      node.nodeName === "MARK" ? make("mark", { textContent: node.textContent }) : node.textContent);
  const bare = (text) => text.replace(ADDED, "");

  function entry(page) {
    const kind = page.filters.type ? make("span", { className: "search-kind", textContent: page.filters.type.join(", ") }) : "";
    const link = make("a", { className: "search-link", href: page.url, textContent: bare(page.meta.title) });
    const parts = instance.getDisplaySubResults(page).map((sub) =>
      make("li", {}, make("a", { href: sub.url, textContent: bare(sub.title) }), make("p", {}, ...marked(sub.excerpt))));
    return make("li", { className: "search-result" },
      make("p", { className: "search-title" }, link, " ", kind),
      make("p", { className: "search-extract" }, ...marked(page.excerpt)),
      ...(parts.length ? [make("ul", { className: "search-parts" }, ...parts)] : []));
  }

  // Pagefind answers a word that it does not have with what begins alike, and does not say so. Each
  // word is looked for by itself: as it is, as the beginning of words, or only cut short, that is, not.
  const judged = new Map();
  async function judge(engine, word) {
    if (!judged.has(word)) {
      const { results: found } = await engine.plain(word);
      const pages = await Promise.all(found.slice(0, 5).map((result) => result.data()));
      const tokens = new Set(pages.flatMap((page) => split(`${page.meta.title} ${page.content}`)).flatMap((token) => [token, ...token.split("-")]));
      const begins = [...tokens].some((token) => token.startsWith(word));
      const exact = tokens.has(word) || [...tokens].some((token) => stem(token) === stem(word));
      judged.set(word, exact ? "exact" : begins ? "begins" : "absent");
    }
    return judged.get(word);
  }

  async function honest(engine, term, options) {
    const asked = [...new Set(split(term || ""))];
    const verdicts = await Promise.all(asked.map((word) => judge(engine, word)));
    const having = (verdict) => asked.filter((word, place) => verdicts[place] === verdict);
    const [absent, begun] = [having("absent"), having("begins")];
    const quoted = (list) => list.map((word) => words.quote.replace("{word}", word)).join(", ");
    if (instance.searchTerm === term) {
      const known = absent.length < asked.length;
      const said = absent.length ? (known ? words.left_out : words.absent) : begun.length ? words.begins : "";
      note.textContent = said.replace("{words}", quoted(absent.length ? absent : begun));
      note.hidden = !said;
      offer(absent.length ? absent : begun);
    }
    if (absent.length && absent.length === asked.length) {
      const none = await engine.plain(term, options);
      return { ...none, results: [], unfilteredResultCount: 0 };
    }
    const left = asked.filter((word) => !absent.includes(word));
    const answer = await engine.plain(absent.length ? left.join(" ") : term, options);
    if (left.length !== 1 || begun.length) return answer;
    // Between quotation marks a word is not taken for the beginning of others: ANKA, not Ankara. The
    // order is that of the answer without them, which weighs titles.
    const exact = await engine.plain(`"${left[0]}"`, options);
    const those = new Set(exact.results.map((result) => result.id));
    return { ...exact, results: answer.results.filter((result) => those.has(result.id)) };
  }

  // Names that begin like a word without a match, or differ from it in one letter or two.
  let names = null;
  async function offer(unmatched) {
    offered.hidden = true;
    if (!unmatched.length) return;
    names ||= fetch(slot.dataset.names).then((answer) => (answer.ok ? answer.json() : [])).catch(() => []);
    const word = unmatched.at(-1);
    const near = (await names).filter((name) => split(name).some((token) => token.startsWith(word) || (word.length > 3 && distance(token, word) <= 1 + (word.length > 6))));
    offered.replaceChildren(words.offered, ...near.slice(0, 5).flatMap((name) => [" ", suggestion(name)]));
    offered.hidden = !near.length;
  }
  function suggestion(name) {
    const button = make("button", { type: "button", textContent: name });
    button.addEventListener("click", () => ask(name));
    return button;
  }
  function distance(a, b) {
    if (Math.abs(a.length - b.length) > 2) return 9;
    let row = [...Array(b.length + 1).keys()];
    for (let i = 1; i <= a.length; i += 1) {
      const next = [i];
      for (let j = 1; j <= b.length; j += 1) next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] !== b[j - 1]));
      row = next;
    }
    return row[b.length];
  }

  function ask(text) {
    const input = modal.querySelector("input");
    input.value = text;
    instance.triggerSearch(text);
    input.focus();
  }

  // The address says what is asked; pages with a filter of their own keep `q` for that.
  const keeps = !document.querySelector("#filters");
  function keep(text) {
    if (!keeps) return;
    const here = new URL(location.href);
    if (text) here.searchParams.set("q", text);
    else here.searchParams.delete("q");
    history.replaceState(history.state, "", here);
  }

  dialog.addEventListener("close", () => {
    keep("");
    slot.focus();
  });
  instance.on("search", (term) => {
    if (dialog.open) keep(term);
    if (!term) note.hidden = offered.hidden = true;
  });
  modal.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target.type !== "search") return;
    const first = results.querySelector(".search-link");
    if (first && event.target.value === instance.searchTerm) first.click();
    else instance.triggerSearch(event.target.value);
  });

  const ready = instance.triggerLoad().then(() => {
    const engine = instance.__pagefind__;
    if (!engine) return;
    engine.plain = engine.search.bind(engine);
    engine.search = (term, options) => honest(engine, term, options);
    if (instance.searchTerm) instance.triggerSearch(instance.searchTerm);
  });
  window.openSearch = async (text = "") => {
    modal.open();
    await ready;
    if (text) ask(text);
  };
})();
