// A table that is ordered by its column heads (ARIA Authoring Practices, sortable table).
// columns: [{ name, cell: (item) => ({ key, nodes }), row?: true for row heads, number?: true }]
window.sortableTable = ({ caption, columns }) => {
  const language = document.documentElement.lang;
  const box = document.createElement("div");
  box.className = "table-box";
  box.tabIndex = 0;
  box.setAttribute("role", "region");
  box.setAttribute("aria-label", caption);
  const table = document.createElement("table");
  table.className = "sortable";
  table.createCaption().textContent = caption;
  const heads = table.createTHead().insertRow();
  const body = table.createTBody();
  box.append(table);

  let order = { column: columns[0], up: true };
  let items = [];

  for (const column of columns) {
    const head = document.createElement("th");
    head.scope = "col";
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = column.name;
    button.addEventListener("click", () => {
      order = { column, up: order.column === column ? !order.up : true };
      fill(items);
    });
    head.append(button);
    heads.append(head);
  }

  const compare = (a, b) =>
    typeof a.key === "number" ? a.key - b.key : a.key.localeCompare(b.key, language);

  function fill(wanted) {
    items = wanted;
    columns.forEach((column, index) => {
      const head = heads.cells[index];
      if (column === order.column) head.setAttribute("aria-sort", order.up ? "ascending" : "descending");
      else head.removeAttribute("aria-sort");
    });
    const rows = items.map((item) => ({ item, key: order.column.cell(item).key }));
    rows.sort((a, b) => compare(a, b) * (order.up ? 1 : -1));
    body.replaceChildren(
      ...rows.map(({ item }) => {
        const row = document.createElement("tr");
        for (const column of columns) {
          const cell = document.createElement(column.row ? "th" : "td");
          if (column.row) cell.scope = "row";
          if (column.number) cell.className = "num";
          cell.append(...column.cell(item).nodes);
          row.append(cell);
        }
        return row;
      }),
    );
  }

  return { box, fill };
};
