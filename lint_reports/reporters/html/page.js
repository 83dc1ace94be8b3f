"use strict";
(() => {
  const form = document.getElementById("filters");
  if (!form) return;
  const cards = [...document.querySelectorAll(".card")];
  const articles = [...document.querySelectorAll("article")];
  const marks = new Map();  // the marks of each card, by its id
  for (const mark of document.querySelectorAll("[data-of]")) {
    const article = mark.closest("article").id.slice(1);
    for (const number of mark.dataset.of.split(" ")) {
      const card = `f${article}-${number}`;
      marks.set(card, [...(marks.get(card) || []), mark]);
    }
  }

  function filter() {
    const severities = [...form.querySelectorAll("[name=severity]:checked")].map((box) => box.value);
    const rule = form.elements.rule.value;
    const path = form.elements.path.value.trim().toLowerCase();
    const lit = new Set();
    for (const article of articles) {
      const here = article.dataset.path.toLowerCase().includes(path);
      let any = false;
      for (const card of article.querySelectorAll(".card")) {
        const fits = here && severities.includes(card.dataset.severity) && (!rule || card.dataset.rule === rule);
        card.hidden = !fits;
        any ||= fits;
        if (fits) for (const mark of marks.get(card.id) || []) lit.add(mark);
      }
      article.hidden = !any;
    }
    for (const group of marks.values()) for (const mark of group) mark.classList.toggle("off", !lit.has(mark));
    form.elements.count.value = `${visible().length} / ${cards.length}`;
  }

  const visible = () => cards.filter((card) => !card.hidden);

  function jump(step) {
    const there = visible();
    if (!there.length) return;
    const at = there.findIndex((card) => `#m${card.id.slice(1)}` === location.hash);
    const next = at < 0 ? (step > 0 ? 0 : there.length - 1) : (at + step + there.length) % there.length;
    location.hash = `m${there[next].id.slice(1)}`;
    const mark = (marks.get(there[next].id) || [])[0];
    if (mark) mark.focus({ preventScroll: true });
  }

  function light(event) {
    const mark = event.target.closest && event.target.closest("[data-of]");
    for (const old of document.querySelectorAll(".lit")) old.classList.remove("lit");
    if (!mark) return;
    const article = mark.closest("article").id.slice(1);
    for (const number of mark.dataset.of.split(" "))
      for (const other of marks.get(`f${article}-${number}`)) other.classList.add("lit");
  }

  form.addEventListener("input", filter);
  form.addEventListener("change", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.elements.back.addEventListener("click", () => jump(-1));
  form.elements.next.addEventListener("click", () => jump(1));
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
    if (event.key === "j") jump(1);
    if (event.key === "k") jump(-1);
  });
  document.addEventListener("mouseover", light);
  document.addEventListener("focusin", light);
  form.hidden = false;
  filter();
})();
