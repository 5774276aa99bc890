// What the pages cannot do without a script; everything can be read without it. It stands in for the
// theme's own script, which is four times as large as all the text of a page.
(() => {
  "use strict";
  const root = document.documentElement;
  const told = document.currentScript.dataset;
  const has = (feature) => told.features.split(" ").includes(feature);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const make = (tag, properties) => Object.assign(document.createElement(tag), properties);

  // From the first key on, a long page is laid out whole (`content-visibility` in the sheet).
  addEventListener("keydown", () => root.classList.add("keys"), { once: true, capture: true });

  // The colour scheme; the first paint has it already.
  const options = all(".md-option");
  const form = document.querySelector("[data-md-component=palette]");
  const paint = (index) => window.__palette(index);
  form?.addEventListener("change", () => {
    const chosen = options.findIndex((option) => option.checked);
    window.__md_set("__palette", { index: chosen });
    paint(chosen);
    options[chosen].focus();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener?.("change", () => options.length && paint());

  // The drawer of a narrow screen: without a script a checkbox opens it, with one two buttons do.
  // While it is open, the page behind waits.
  const drawer = document.querySelector("#__drawer");
  const label = document.querySelector(".md-header [for=__drawer]");
  const opener = make("button", { type: "button", className: label.className, innerHTML: label.innerHTML, ariaExpanded: "false" });
  const closer = make("button", { type: "button", className: "drawer-close md-icon", ariaLabel: told.close, textContent: "✕" });
  label.replaceWith(opener);
  document.querySelector(".md-nav--primary > .md-nav__title").after(closer);
  const behind = all(".md-header, .md-content, .md-sidebar--secondary, .md-footer, .ways, .md-tabs, .md-top");
  const turn = (open) => {
    if (drawer.checked === open) return;
    drawer.checked = open;
    opener.ariaExpanded = String(open);
    behind.forEach((part) => part.toggleAttribute("inert", open));
    (open ? closer : opener).focus();
  };
  const closeDrawer = () => turn(false);
  opener.addEventListener("click", () => turn(true));
  closer.addEventListener("click", closeDrawer);
  document.querySelector(".md-overlay").addEventListener("click", (event) => {
    event.preventDefault();
    closeDrawer();
  });
  matchMedia("(min-width: 76.25em)").addEventListener?.("change", closeDrawer);

  // A list of links marks the last place that has come up to the top third of the window, and keeps
  // its link in sight. The third reaches far up, so that a jump past many places is told as well.
  function follow(links) {
    const places = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
    const passed = new Set();
    let current = null;
    const watcher = new IntersectionObserver((entries) => {
      entries.forEach((entry) => passed[entry.isIntersecting ? "add" : "delete"](entry.target));
      const link = links[places.findLastIndex((place) => passed.has(place))] || null;
      if (link === current) return;
      current?.removeAttribute("aria-current");
      current = link;
      link?.setAttribute("aria-current", "true");
      const box = link?.closest(".md-sidebar__scrollwrap, .years ol");
      if (!box) return;
      const [inner, outer] = [link.getBoundingClientRect(), box.getBoundingClientRect()];
      if (inner.left < outer.left || inner.right > outer.right) box.scrollLeft += inner.left - outer.left - outer.width / 3;
      if (inner.top < outer.top || inner.bottom > outer.bottom) box.scrollTop += inner.top - outer.top - outer.height / 3;
    }, { rootMargin: "9999999px 0px -66% 0px" });
    places.forEach((place) => place && watcher.observe(place));
  }
  follow(all("nav.years a"));

  // Contents: open where they stand beside the text; they follow it, and fold after a choice.
  const contents = document.querySelector(".md-sidebar--secondary .contents");
  const beside = matchMedia("(min-width: 60em)");
  if (contents) {
    contents.open = beside.matches;
    beside.addEventListener?.("change", () => (contents.open = beside.matches));
    if (has("toc.follow")) follow(all("a", contents));
    contents.addEventListener("click", (event) => {
      if (event.target.closest("a") && !beside.matches) contents.open = false;
    });
  }

  // Back to the top: offered to a reader who has gone far and turns back.
  const up = document.querySelector(".md-top");
  if (up) {
    let last = 0;
    addEventListener("scroll", () => {
      const now = scrollY;
      if (Math.abs(now - last) > 8) up.hidden = !(now > innerHeight && now < last);
      last = now;
    }, { passive: true });
    up.addEventListener("click", () => {
      scrollTo(0, 0);
      document.querySelector("#main")?.focus({ preventScroll: true });
      up.hidden = true;
    });
  }

  // Explanations, which a browser shows to a mouse alone: by touch and keyboard, too.
  const tip = make("div", { className: "tip", id: "__tip", role: "tooltip", hidden: true });
  document.body.append(tip);
  const hideTip = () => (tip.hidden = true);
  const explained = has("content.tooltips") ? all("abbr[title]") : [];
  explained.forEach((word) => {
    const meaning = word.title;
    const show = () => {
      tip.textContent = meaning;
      tip.hidden = false;
      const box = word.getBoundingClientRect();
      tip.style.left = `${Math.max(8, Math.min(box.left, root.clientWidth - tip.offsetWidth - 8)) + scrollX}px`;
      const below = box.bottom + tip.offsetHeight + 6 < innerHeight;
      tip.style.top = `${scrollY + (below ? box.bottom + 4 : box.top - tip.offsetHeight - 4)}px`;
    };
    word.tabIndex = 0;
    word.addEventListener("focus", show);
    word.addEventListener("pointerenter", () => {
      word.removeAttribute("title");
      show();
    });
    word.addEventListener("blur", hideTip);
    word.addEventListener("pointerleave", (event) => {
      word.title = meaning;
      if (event.pointerType === "mouse" && document.activeElement !== word) hideTip();
    });
    word.addEventListener("click", show);
  });
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    hideTip();
    closeDrawer();
    if (contents && !beside.matches && contents.contains(document.activeElement)) contents.open = false;
  });

  // The other language keeps the filters and the place.
  all(".language-switch").forEach((link) => {
    const page = link.href;
    const point = () => (link.href = page + location.search + location.hash);
    ["click", "pointerdown", "focus"].forEach((name) => link.addEventListener(name, point));
  });

  let opened = [];
  addEventListener("beforeprint", () => {
    opened = all("details:not([open])");
    opened.forEach((details) => (details.open = true));
  });
  addEventListener("afterprint", () => opened.forEach((details) => (details.open = false)));

  // Citing: the address the reader has, and the day of reading, which no build can know.
  const here = location.href.replace(/[?#].*$/, "");
  function copier(button, text) {
    button.hidden = false;
    button.addEventListener("click", () => {
      navigator.clipboard.writeText(text()).then(() => {
        button.dataset.label = button.dataset.label || button.textContent;
        button.textContent = button.dataset.copied;
        setTimeout(() => (button.textContent = button.dataset.label), 2000);
      });
    });
  }
  if (navigator.clipboard) {
    all("[data-address]").forEach((place) => {
      const address = /^https?:/.test(place.textContent) ? place.textContent : here;
      const form = root.lang === "ru" ? undefined : { day: "numeric", month: "long", year: "numeric" };
      const today = new Date().toLocaleDateString(root.lang === "ru" ? "ru-RU" : "en-GB", form);
      const box = place.closest("dd");
      copier(box.querySelector("button"), () => {
        const note = box.dataset.accessed.replace("{date}", today).replace("{address}", address);
        return place.parentNode.textContent.replace(place.textContent, note);
      });
    });
    all("[data-copy-link]").forEach((button) =>
      copier(button, () => document.querySelector("link[rel=canonical]")?.href || here));
    if (has("content.code.copy")) {
      all(".text pre > code").forEach((code) => {
        const text = code.textContent;
        const button = make("button", { type: "button", className: "code-copy", textContent: told.copyWords, ariaLive: "polite" });
        button.dataset.copied = told.copied;
        code.parentNode.append(button);
        copier(button, () => text);
      });
    }
  }
})();
