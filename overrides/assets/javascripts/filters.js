// The filter bar of a long list (events, sources): chips, views and table. Everything is in the page
// already: this script only narrows, orders and copies it, and keeps the state in readable words in
// the URL. Facets, views and columns are those of the form. `words.js` goes before it.
(() => {
  "use strict";
  const form = document.querySelector("#filters");
  if (!form) return;

  const words = JSON.parse(form.dataset.words);
  const { fold, matcher } = window.dossierWords;
  const boxes = [...form.querySelectorAll("input[type=checkbox]")];
  const FACETS = [...new Set(boxes.map((box) => box.name))];
  const SINGLE = ["from", "to", "q", "view"];
  const VIEWS = [...form.querySelectorAll("input[name=view]")].map((radio) => radio.value);
  const status = document.querySelector("#count");
  const chips = document.querySelector("#chips");
  const empty = document.querySelector("#nothing");
  const selection = document.querySelector("#selection");
  selection.dataset.all = selection.textContent;
  const groups = [...document.querySelectorAll("[data-group]")];

  // The place that the address leads to; a fragment that is no text leads nowhere.
  function target_of(hash) {
    try {
      return decodeURIComponent(hash.slice(1));
    } catch {
      return "";
    }
  }

  // Words with values in their places; a value is never read as a pattern of `replace`.
  const said = (text, values) => text.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);

  const items = [...document.querySelectorAll("[data-event], [data-source]")].map((node) => ({
    node,
    id: node.dataset.event || node.dataset.source,
    lo: Number(node.dataset.lo ?? NaN),
    hi: Number(node.dataset.hi ?? NaN),
    values: Object.fromEntries(FACETS.map((facet) => [facet, (node.dataset[facet] || "").split(" ")])),
  }));
  const met = matcher(items, words.synonyms);
  const known = Object.fromEntries(
    FACETS.map((facet) => [facet, new Set([...form.elements].filter((e) => e.name === facet).map((e) => e.value))]),
  );

  const empty_state = () => ({ from: "", to: "", q: "", view: VIEWS[0], ...Object.fromEntries(FACETS.map((f) => [f, []])) });
  let state = empty_state();
  // The URL: words, not positions. Unknown keys are left alone, unknown values dropped with a notice.
  function read_url() {
    const params = new URLSearchParams(location.search);
    const dropped = [];
    const read = empty_state();
    for (const facet of FACETS) {
      for (const value of (params.get(facet) || "").split(",").filter(Boolean)) {
        if (known[facet].has(value)) read[facet].push(value);
        else dropped.push(value);
      }
    }
    for (const key of ["from", "to"]) {
      const value = params.get(key) || "";
      if (/^\d{4}$/.test(value)) read[key] = value;
      else if (value) dropped.push(value);
    }
    read.q = (params.get("q") || "").slice(0, 100);
    const view = params.get("view");
    if (VIEWS.includes(view)) read.view = view;
    else if (view) dropped.push(view);
    return [read, dropped];
  }

  function url_of(wanted) {
    const params = new URLSearchParams(location.search);
    for (const facet of FACETS) {
      if (wanted[facet].length) params.set(facet, wanted[facet].join(","));
      else params.delete(facet);
    }
    for (const key of SINGLE) {
      if (wanted[key] && !(key === "view" && wanted[key] === VIEWS[0])) params.set(key, wanted[key]);
      else params.delete(key);
    }
    const query = params.toString().replaceAll("%2C", ",");
    return location.pathname + (query ? `?${query}` : "") + location.hash;
  }

  // Which facets an item fails: an option's count asks what would match if only its facet changed.
  function failures(item) {
    const failed = [];
    for (const facet of FACETS) if (state[facet].length && !state[facet].some((value) => item.values[facet].includes(value))) failed.push(facet);
    if ((state.from && !(item.hi >= Number(state.from))) || (state.to && !(item.lo <= Number(state.to)))) failed.push("period");
    if (state.q && !met(item, state.q)) failed.push("q");
    return failed;
  }

  function apply({ announce = true } = {}) {
    const target = target_of(location.hash);
    const counts = {};
    let shown = 0;
    let overlap = 0;
    let outside = null;
    for (const item of items) {
      const failed = failures(item);
      const matches = failed.length === 0;
      const linked = item.id === target;
      const hide = !matches && !linked;
      if (item.node.hidden !== hide) item.node.hidden = hide;
      if (linked && !matches) outside = item.node;
      if (matches) {
        shown += 1;
        if ((state.from && item.lo < Number(state.from)) || (state.to && item.hi > Number(state.to))) overlap += 1;
      }
      for (const facet of FACETS) {
        if (failed.length === 0 || (failed.length === 1 && failed[0] === facet)) {
          for (const value of item.values[facet]) counts[`${facet}:${value}`] = (counts[`${facet}:${value}`] || 0) + 1;
        }
      }
    }
    mark_outside(outside);
    for (const group of groups) {
      const left = group.querySelectorAll(":is([data-event], [data-source]):not([hidden])").length;
      group.hidden = !left;
      const heading = document.getElementById(group.dataset.group);
      if (heading) heading.hidden = group.hidden;
      const count = document.querySelector(`.years a[href="#${group.dataset.group}"] .aside`);
      if (count) count.firstChild.nodeValue = left;
    }
    for (const box of boxes) {
      const number = counts[`${box.name}:${box.value}`] || 0;
      box.closest("label").querySelector("[data-count]").textContent = number;
      box.closest("label").toggleAttribute("data-none", number === 0);
    }
    if (announce) {
      status.textContent =
        said(words.shown, { shown, total: items.length }) + (overlap ? ` ${said(words.overlap, { number: overlap })}` : "");
    }
    draw_chips();
    say_selection(shown);
    say_what_to_drop(shown);
    show_view();
  }

  // A linked entry wins over the filter, and says that it does.
  const note = Object.assign(document.createElement("p"), { className: "outside", textContent: words.outside });
  function mark_outside(node) {
    if (node) node.prepend(note);
    else note.remove();
  }

  // On paper the filter bar is gone: one line says what the pages hold.
  function say_selection(shown) {
    const parts = active().map((chip) => (words[chip.facet] ? chip.label : `${chip.group} — ${chip.label}`));
    if (!parts.length) selection.textContent = selection.dataset.all;
    else selection.textContent = `${parts.join("; ")} (${said(words.selection, { shown, total: items.length })})`;
  }

  const label_of = (facet, value) =>
    form.querySelector(`input[name="${facet}"][value="${CSS.escape(value)}"]`)?.dataset.label || value;

  const group_of = (facet) => form.querySelector(`input[name="${facet}"]`)?.closest("details").querySelector("summary").textContent || facet;

  function active() {
    const found = FACETS.flatMap((facet) => state[facet].map((value) => ({ facet, value, group: group_of(facet), label: label_of(facet, value) })));
    for (const key of ["from", "to", "q"]) if (state[key]) found.push({ facet: key, value: state[key], label: `${words[key]} ${state[key]}` });
    return found;
  }

  function without(chip) {
    const next = structuredClone(state);
    if (FACETS.includes(chip.facet)) next[chip.facet] = next[chip.facet].filter((value) => value !== chip.value);
    else next[chip.facet] = "";
    return next;
  }

  function draw_chips() {
    chips.replaceChildren(
      ...active().map((chip) => {
        const button = document.createElement("button");
        button.type = "button";
        button.className = "chip";
        button.textContent = said(words.remove, chip);
        button.addEventListener("click", () => {
          change(without(chip));
          (chips.querySelector("button") || form.querySelector("summary, input")).focus();
        });
        return button;
      }),
    );
  }

  // With nothing left, name the filter whose removal brings back most.
  function say_what_to_drop(shown) {
    empty.hidden = shown > 0;
    if (shown > 0) return;
    const kept = state;
    let best = null;
    for (const chip of active()) {
      state = without(chip);
      const number = items.filter((item) => failures(item).length === 0).length;
      state = kept;
      if (!best || number > best.number) best = { chip, number };
    }
    empty.textContent = best && best.number
      ? said(words.drop, { label: best.chip.label, number: best.number })
      : words.drop_all;
  }

  // The rows of the table are the entries shown; `sortableTable` orders them. A column copies a part of
  // the entry, names the term of a facet or says what an attribute holds.
  const COLUMNS = words.columns.map(({ name, copy, facet, says, key, order, row, number }) => ({
    name,
    row,
    number,
    cell: (item) => {
      const value = facet ? label_of(facet, item.values[facet][0]) : item.node.dataset[says];
      const nodes = copy ? [item.node.querySelector(copy).cloneNode(true)] : [value || ""];
      if (key === "place") return { key: items.indexOf(item), nodes };
      if (order) return { key: order.indexOf(item.values[facet][0]), nodes };
      if (number || key) return { key: Number(item.node.dataset[key || says] || 0), nodes };
      return { key: fold(copy ? nodes[0].textContent : value || ""), nodes };
    },
  }));
  let table = null;

  function show_view() {
    form.dataset.view = state.view;
    if (state.view === "table") {
      table ||= window.sortableTable({ caption: words.table, columns: COLUMNS });
      if (!table.box.isConnected) empty.after(table.box);
      table.fill(items.filter((item) => !item.node.hidden));
    } else {
      table?.box.remove();
    }
  }

  function fill_form() {
    for (const box of boxes) box.checked = state[box.name].includes(box.value);
    for (const key of ["from", "to", "q"]) if (form.elements[key].value !== state[key]) form.elements[key].value = state[key];
    for (const radio of form.querySelectorAll("input[name=view]")) radio.checked = radio.value === state.view;
  }

  function change(next) {
    state = next;
    if (url_of(state) !== location.pathname + location.search + location.hash) history.pushState(null, "", url_of(state));
    fill_form();
    apply();
  }

  function from_form() {
    const next = structuredClone(state);
    for (const facet of FACETS) next[facet] = [...form.querySelectorAll(`input[name="${facet}"]:checked`)].map((box) => box.value);
    for (const key of ["from", "to"]) next[key] = /^\d{4}$/.test(form.elements[key].value) ? form.elements[key].value : "";
    next.q = form.elements.q.value.trim();
    next.view = form.querySelector("input[name=view]:checked")?.value || VIEWS[0];
    return next;
  }

  // A long list of options has a field that finds among them.
  form.addEventListener("input", (event) => {
    if (!event.target.matches("[data-find]")) return;
    const wanted = fold(event.target.value);
    for (const option of event.target.closest("fieldset").querySelectorAll("label:has([type=checkbox])"))
      option.hidden = !fold(option.textContent).includes(wanted);
  });
  form.addEventListener("change", (event) => {
    if (event.target.matches("[data-find]")) return;
    if (event.target.name !== "q") change(from_form());
  });
  form.addEventListener("input", (event) => {
    if (["q", "from", "to"].includes(event.target.name)) change_quietly();
  });
  let waiting;
  function change_quietly() {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      state = from_form();
      history.replaceState(null, "", url_of(state));
      apply();
    }, 120);
  }
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    change({ ...empty_state(), view: state.view });
  });

  function restore() {
    const [read, dropped] = read_url();
    state = read;
    fill_form();
    apply();
    if (dropped.length) status.textContent += ` ${said(words.dropped, { values: dropped.join(", ") })}`;
  }
  addEventListener("popstate", restore);
  addEventListener("hashchange", () => apply({ announce: false }));

  form.hidden = false;
  restore();
  if (location.hash) document.getElementById(target_of(location.hash))?.scrollIntoView();
})();
