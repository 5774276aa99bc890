// The rail of years beside the chronology: it marks the year being read and keeps it in view.
(() => {
  "use strict";
  const links = [...document.querySelectorAll("nav.years a")];
  const headings = links.map((link) => document.getElementById(link.hash.slice(1)));
  if (!links.length || !("IntersectionObserver" in window)) return;

  // The rail is a scroller of its own, sideways on narrow screens: only it moves, not the page.
  function keep_in_view(link) {
    const rail = link.closest("ol");
    const [inner, outer] = [link.getBoundingClientRect(), rail.getBoundingClientRect()];
    if (inner.left < outer.left || inner.right > outer.right) rail.scrollLeft += inner.left - outer.left - outer.width / 3;
    if (inner.top < outer.top || inner.bottom > outer.bottom) rail.scrollTop += inner.top - outer.top - outer.height / 3;
  }

  // The year being read is the last one whose heading has come up to the top third of the window.
  function follow() {
    const read = headings.findLastIndex((heading) => heading && !heading.hidden && heading.getBoundingClientRect().top < innerHeight / 3);
    links.forEach((link, place) => {
      if (place === read) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
    if (read >= 0) keep_in_view(links[read]);
  }

  const watcher = new IntersectionObserver(follow, { rootMargin: "0px 0px -66% 0px" });
  headings.forEach((heading) => heading && watcher.observe(heading));
})();
