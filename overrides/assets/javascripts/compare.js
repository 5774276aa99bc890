// Chooses documents for the table in which all stand side by side: a few columns stay, the address
// names them, and the rest is hidden. Without this script the whole table is there.
(() => {
  "use strict";
  const form = document.querySelector("#chooser");
  const table = document.querySelector("table.compare");
  if (!form || !table) return;

  const boxes = [...form.querySelectorAll("input[name=ids]")];
  const status = form.querySelector("[role=status]");
  const most = Number(form.dataset.most);
  const said = (text, values) => text.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);

  const wanted = (new URLSearchParams(location.search).get("ids") || "").split(",").filter(Boolean);
  const known = wanted.filter((id) => boxes.some((box) => box.value === id));
  for (const box of boxes) box.checked = known.slice(0, most).includes(box.value);
  const dropped = wanted.filter((id) => !known.slice(0, most).includes(id));

  function show(left_out = []) {
    const chosen = boxes.map((box) => box.checked);
    const number = chosen.filter(Boolean).length;
    boxes.forEach((box) => (box.disabled = number >= most && !box.checked));
    for (const row of table.rows) {
      [...row.cells].slice(1).forEach((cell, place) => (cell.hidden = number > 0 && !chosen[place]));
    }
    const text = said(number ? form.dataset.some : form.dataset.all, { number, all: boxes.length });
    const more = left_out.length ? ` ${said(form.dataset.dropped, { ids: left_out.join(", ") })}` : "";
    status.textContent = text + more;
  }

  form.addEventListener("change", () => {
    const url = new URL(location.href);
    const ids = boxes.filter((box) => box.checked).map((box) => box.value);
    if (ids.length) url.searchParams.set("ids", ids.join(","));
    else url.searchParams.delete("ids");
    history.replaceState(null, "", url.href.replaceAll("%2C", ","));
    show();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  show(dropped);
})();
