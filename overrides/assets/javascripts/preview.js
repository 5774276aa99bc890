// A look at a linked record before one follows the link: by pointer, by focus, by a long press. What
// it shows is taken from the page behind the link, which marks those parts with `data-preview`.
(() => {
  "use strict";
  const RECORD = /\/(?:elements|sources|risks|scenarios|obligations|articles)\/(?!index\.)[^/]+\.html(?:#.*)?$/;
  const saving = navigator.connection?.saveData || matchMedia("(prefers-reduced-data: reduce)").matches;
  if (saving || location.protocol === "file:") return;

  const box = Object.assign(document.createElement("div"), { className: "preview", id: "preview", hidden: true });
  box.setAttribute("role", "tooltip");
  const pages = new Map();
  let link = null;
  let pending = null;
  let waiting = 0;
  let pressing = 0;
  let leaving = 0;
  let held = false;

  const of = (target) => {
    const found = target.closest?.("#main a[href], main a[href]");
    return found && found.origin === location.origin && RECORD.test(found.pathname) && found.pathname !== location.pathname ? found : null;
  };

  // The parts of a page as they stand there; links in them lead nowhere from here.
  function parts(address) {
    if (!pages.has(address))
      pages.set(address, fetch(address).then((answer) => (answer.ok ? answer.text() : "")).then((html) => {
        const page = new DOMParser().parseFromString(html, "text/html");
        return [...page.querySelectorAll("[data-preview]")].map((part) => {
          const line = document.createElement("p");
          line.className = `preview-${part.dataset.preview}`;
          const name = part.tagName === "DD" ? `${part.previousElementSibling.textContent} ` : "";
          line.textContent = (name + part.textContent).replace(/\s+/g, " ").trim();
          if (part.lang) line.lang = part.lang;
          return line;
        });
      }).catch(() => []));
    return pages.get(address);
  }

  async function show(wanted) {
    clearTimeout(leaving);
    if (wanted === link) return;
    hide();
    link = wanted;
    const found = await parts(wanted.href.replace(/#.*/, ""));
    if (link !== wanted || !found.length) return;
    box.replaceChildren(...found.map((line) => line.cloneNode(true)));
    document.body.append(box);
    box.hidden = false;
    wanted.setAttribute("aria-describedby", box.id);
    place(wanted);
  }

  function place(wanted) {
    const at = [...wanted.getClientRects()].at(-1) || wanted.getBoundingClientRect();
    const room = innerHeight - at.bottom > box.offsetHeight + 8 || at.top < box.offsetHeight + 8;
    const width = document.documentElement.clientWidth;
    box.style.top = `${scrollY + (room ? at.bottom : at.top - box.offsetHeight)}px`;
    box.style.left = `${scrollX + Math.max(8, Math.min(at.left, width - box.offsetWidth - 8))}px`;
  }

  // What is closed by leaving it leaves what is asked for next alone.
  function close() {
    link?.removeAttribute("aria-describedby");
    link = null;
    box.hidden = true;
  }
  function hide() {
    clearTimeout(waiting);
    close();
  }
  const soon = (wanted, delay) => {
    clearTimeout(waiting);
    pending = wanted;
    waiting = setTimeout(show, delay, wanted);
  };
  const later = () => {
    clearTimeout(waiting);
    clearTimeout(leaving);
    leaving = setTimeout(close, 200);
  };

  // The box may be pointed at as well: it stays while the pointer is on the link or on it. A pointer
  // at rest has no say in what the keyboard asks for, though the page moves beneath it.
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const wanted = of(event.target);
    if (wanted) soon(wanted, 350);
    else if (box.contains(event.target)) clearTimeout(leaving);
    else if ((link ?? pending) !== document.activeElement) later();
  });
  document.addEventListener("focusin", (event) => {
    const wanted = of(event.target);
    if (wanted && event.target.matches(":focus-visible")) soon(wanted, 350);
    else if (link) later();
  });
  // What gets the focus next may stand under the box.
  document.addEventListener("focusout", () => box.matches(":hover") || hide());
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());

  // A long press shows the record and does not open it; a touch elsewhere closes it.
  document.addEventListener("touchstart", (event) => {
    const wanted = of(event.target);
    held = false;
    if (!box.contains(event.target)) hide();
    if (wanted)
      pressing = setTimeout(() => {
        held = true;
        show(wanted);
      }, 500);
  }, { passive: true });
  for (const end of ["touchend", "touchmove", "touchcancel"]) document.addEventListener(end, () => clearTimeout(pressing), { passive: true });
  document.addEventListener("contextmenu", (event) => held && of(event.target) && event.preventDefault());
  document.addEventListener("click", (event) => {
    if (held && of(event.target)) event.preventDefault();
    held = false;
  }, true);
})();
