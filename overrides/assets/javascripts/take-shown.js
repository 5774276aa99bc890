// The table of a list with the filter applied: the rows of its CSV file whose ids are shown.
(() => {
  "use strict";
  const link = document.querySelector(".take-data a[data-shown]");
  if (!link || !document.querySelector("#filters")) return;

  const button = document.createElement("button");
  button.type = "button";
  button.textContent = link.dataset.shown;
  link.after(" ", button);

  // A record is one line of the file, and its id comes first (RFC 4180; ids need no quotes).
  button.addEventListener("click", async () => {
    const items = document.querySelectorAll(":is([data-event], [data-source]):not([hidden])");
    const ids = new Set([...items].map((item) => item.dataset.event || item.dataset.source));
    const answer = await fetch(link.href);
    if (!answer.ok) return void link.click();
    const [head, ...lines] = (await answer.text()).split("\n");
    const kept = lines.filter((line) => ids.has(line.split(",", 1)[0]));
    const file = new Blob([[head, ...kept, ""].join("\n")], { type: "text/csv" });
    const sent = document.createElement("a");
    sent.href = URL.createObjectURL(file);
    sent.download = link.href.split("/").pop().replace(".csv", "-shown.csv");
    sent.click();
    URL.revokeObjectURL(sent.href);
  });
})();
