/* The preview only: load the page, or only its styles, again after a save. */
(() => {
  let since = document.currentScript.dataset.since;
  let source;
  const styles = () => {
    for (const link of document.querySelectorAll('link[rel="stylesheet"]')) {
      const address = new URL(link.href);
      address.searchParams.set("since", since);
      link.href = address.href;
    }
  };
  const listen = () => {
    if (source || document.visibilityState !== "visible") return;
    source = new EventSource("/~changes?since=" + since);
    source.addEventListener("page", () => location.reload());
    source.addEventListener("style", (event) => {
      since = event.data;
      styles();
    });
  };
  /* A browser keeps six connections to a host: hidden pages give theirs back. */
  const stop = () => {
    if (source) source.close();
    source = undefined;
  };
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") listen();
    else stop();
  });
  addEventListener("pagehide", stop);
  addEventListener("pageshow", listen);
  listen();
})();
