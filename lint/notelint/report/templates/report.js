"use strict";
(() => {
  const fold = (text) => text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");

  const setUp = (filters) => {
    const target = document.getElementById(filters.dataset.filter);
    const search = filters.querySelector("input[type=search]");
    const boxes = [...filters.querySelectorAll("input[type=checkbox]")];
    const output = filters.querySelector("output");
    const rows = [...target.querySelectorAll(".row")].map((row) => ({ row, text: fold(row.dataset.text), status: row.dataset.status }));
    const groups = [...target.querySelectorAll(".group, .task, .note")].reverse();
    const opened = new Map(groups.filter((group) => group.matches("details")).map((group) => [group, group.open]));

    const apply = () => {
      const words = fold(search.value).split(/\s+/).filter(Boolean);
      const wanted = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
      let shown = 0;
      for (const { row, text, status } of rows) {
        const fits = wanted.has(status) && words.every((word) => text.includes(word));
        row.hidden = !fits;
        shown += fits;
      }
      for (const group of groups) {
        group.hidden = !group.querySelector(".row:not([hidden])");
        if (opened.has(group)) group.open = words.length ? true : opened.get(group);
      }
      output.textContent = shown === rows.length ? `${rows.length}` : `${shown} of ${rows.length}`;
    };

    let timer = 0;
    search.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(apply, 80);
    });
    boxes.forEach((box) => box.addEventListener("change", apply));
    filters.hidden = false;
    apply();
  };
  document.querySelectorAll("[data-filter]").forEach(setUp);

  const theme = document.getElementById("theme");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const current = () => document.documentElement.dataset.theme || (dark.matches ? "dark" : "light");
  const label = () => {
    const other = current() === "dark" ? "light" : "dark";
    theme.textContent = other === "dark" ? "Dark" : "Light";
    theme.setAttribute("aria-label", `Show in ${other} colours`);
  };
  theme.addEventListener("click", () => {
    document.documentElement.dataset.theme = current() === "dark" ? "light" : "dark";
    label();
  });
  dark.addEventListener("change", label);
  label();
  theme.hidden = false;

  const reveal = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let above = target; above; above = above.parentElement) {
      if (above.matches("details")) above.open = true;
    }
    target.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  reveal();

  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("details:not([open])")];
    closed.forEach((group) => { group.open = true; });
  });
  addEventListener("afterprint", () => closed.forEach((group) => { group.open = false; }));
})();
