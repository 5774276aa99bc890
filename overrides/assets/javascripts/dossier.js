// What the pages cannot do without a script: remember a colour scheme, mark the section being read,
// open what is folded before printing. Everything can be read without it.
(function () {
  "use strict";
  var root = document.documentElement;

  var button = document.querySelector(".scheme-button");
  var dark = window.matchMedia("(prefers-color-scheme: dark)");
  function scheme() {
    return root.dataset.scheme || (dark.matches ? "dark" : "light");
  }
  function label() {
    button.lastElementChild.textContent = scheme() === "dark" ? button.dataset.light : button.dataset.dark;
  }
  if (button) {
    label();
    button.hidden = false;
    dark.addEventListener("change", label);
    button.addEventListener("click", function () {
      var next = scheme() === "dark" ? "light" : "dark";
      root.dataset.scheme = next;
      try {
        localStorage.setItem("dossier-scheme", next);
      } catch (error) {
        // Storage is closed: the choice lasts for this page.
      }
      label();
    });
  }

  var links = Array.prototype.slice.call(document.querySelectorAll(".contents a"));
  var places = links.map(function (link) {
    return document.getElementById(decodeURIComponent(link.hash.slice(1)));
  });
  function follow() {
    var current = -1;
    places.forEach(function (place, index) {
      if (place && !place.hidden && place.getBoundingClientRect().top < window.innerHeight / 3) current = index;
    });
    links.forEach(function (link, index) {
      if (index === current) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
  }
  if (links.length && "IntersectionObserver" in window) {
    var observer = new IntersectionObserver(follow, { rootMargin: "0px 0px -66% 0px" });
    places.forEach(function (place) {
      if (place) observer.observe(place);
    });
  }

  var opened = [];
  window.addEventListener("beforeprint", function () {
    opened = Array.prototype.slice.call(document.querySelectorAll("details:not([open])"));
    opened.forEach(function (details) {
      details.open = true;
    });
  });
  window.addEventListener("afterprint", function () {
    opened.forEach(function (details) {
      details.open = false;
    });
  });

  // Citing: the address the reader has, and the day of reading, which no build can know.
  var here = location.href.replace(/[?#].*$/, "");
  function copier(button, text) {
    button.hidden = false;
    button.addEventListener("click", function () {
      navigator.clipboard.writeText(text()).then(function () {
        button.dataset.label = button.dataset.label || button.textContent;
        button.textContent = button.dataset.copied;
        setTimeout(function () {
          button.textContent = button.dataset.label;
        }, 2000);
      });
    });
  }
  if (navigator.clipboard) {
    document.querySelectorAll("[data-address]").forEach(function (place) {
      var address = /^https?:/.test(place.textContent) ? place.textContent : here;
      var form = root.lang === "ru" ? undefined : { day: "numeric", month: "long", year: "numeric" };
      var today = new Date().toLocaleDateString(root.lang === "ru" ? "ru-RU" : "en-GB", form);
      var button = place.closest("dd").querySelector("button");
      copier(button, function () {
        var note = place.closest("dd").dataset.accessed.replace("{date}", today).replace("{address}", address);
        return place.parentNode.textContent.replace(place.textContent, note);
      });
    });
    document.querySelectorAll("[data-copy-link]").forEach(function (button) {
      copier(button, function () {
        var canonical = document.querySelector("link[rel=canonical]");
        return canonical ? canonical.href : here;
      });
    });
  }
})();
