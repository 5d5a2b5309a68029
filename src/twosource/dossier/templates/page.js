(() => {
  "use strict";
  const points = (text) => Array.from(text);

  /* The article's text with some ranges wrapped in <mark>, as fresh paragraphs. Offsets count code points. */
  const rebuild = (article, ranges) => {
    const column = document.createElement("div");
    const title = document.createElement("h3");
    title.textContent = article.querySelector("summary .label").textContent.trim();
    column.append(title);
    for (const block of article.querySelectorAll(".blocks > p")) {
      const start = Number(block.dataset.start);
      const text = points(block.textContent);
      const paragraph = document.createElement("p");
      paragraph.className = block.className;
      let place = 0;
      for (const [from, to, name] of ranges) {
        const left = Math.max(from - start, place);
        const right = Math.min(to - start, text.length);
        if (left >= right) continue;
        const mark = document.createElement("mark");
        mark.textContent = text.slice(left, right).join("");
        mark.className = name;
        paragraph.append(text.slice(place, left).join(""), mark);
        place = right;
      }
      paragraph.append(text.slice(place).join(""));
      column.append(paragraph);
    }
    return column;
  };

  const side = (pair, swap) =>
    pair.passages
      .map((p) => [swap ? p[2] : p[0], swap ? p[3] : p[1], p[4] ? "verbatim" : "reworded"])
      .sort((a, b) => a[0] - b[0]);

  for (const box of document.querySelectorAll(".compare")) {
    const story = box.closest(".story");
    const articles = new Map();
    for (const article of story.querySelectorAll("details.article")) articles.set(article.dataset.label, article);
    if (articles.size < 2) continue;
    const pairs = JSON.parse(box.querySelector(".pair-data").textContent);
    const [left, right] = [box.querySelector(".left"), box.querySelector(".right")];
    const first = pairs[0];
    left.value = first ? first.left : [...articles.keys()][0];
    right.value = first ? first.right : [...articles.keys()][1];
    box.hidden = false;
    box.querySelector("button").addEventListener("click", () => {
      const pair = pairs.find(
        (p) => (p.left === left.value && p.right === right.value) || (p.left === right.value && p.right === left.value),
      );
      const swap = pair !== undefined && pair.left !== left.value;
      box.querySelector("[role=status]").textContent = pair ? pair.what : "These two share no passage we found.";
      box
        .querySelector(".columns")
        .replaceChildren(
          rebuild(articles.get(left.value), pair ? side(pair, swap) : []),
          rebuild(articles.get(right.value), pair ? side(pair, !swap) : []),
        );
    });
  }

  /* Browsers open a closed element only for targets inside it; older ones not even then. */
  const open = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let up = target.closest("details"); up; up = up.parentElement.closest("details")) up.open = true;
    target.scrollIntoView();
  };
  addEventListener("hashchange", open);
  open();
})();
