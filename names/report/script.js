"use strict";
// Finds and orders what is on the page; without it, all is shown as it stands.
(() => {
  const byId = id => document.getElementById(id);
  const fold = s => s.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const entries = [...document.querySelectorAll("[data-entry]")].map(e => ({
    element: e,
    text: fold([...e.querySelectorAll("h3, summary, .variants td")].map(x => x.textContent).join(" ") || e.textContent),
    name: fold((e.querySelector("bdi") || e).textContent),
  }));
  const find = () => {
    const words = fold(byId("find").value).split(/\s+/).filter(w => w);
    let shown = 0;
    for (const e of entries) {
      const hit = words.every(w => e.text.includes(w));
      e.element.hidden = !hit;
      if (hit) shown++;
    }
    byId("found").textContent = words.length ? shown + " on this page" : "";
  };
  const order = () => {
    const key = byId("order").value, cards = byId("cards");
    const rank = {
      mentions: (x, y) => y.element.dataset.mentions - x.element.dataset.mentions,
      weakest: (x, y) => x.element.dataset.weakest - y.element.dataset.weakest,
      name: (x, y) => x.name.localeCompare(y.name),
    }[key];
    cards.prepend(...entries.filter(e => e.element.parentNode === cards).sort(rank).map(e => e.element));
  };
  let wait;
  byId("tools").hidden = false;
  byId("tools").addEventListener("submit", e => e.preventDefault());
  byId("find").addEventListener("input", () => { clearTimeout(wait); wait = setTimeout(find, 120); });
  byId("order").addEventListener("change", order);
})();
