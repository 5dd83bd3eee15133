(function () {
  "use strict";
  var said = document.getElementById("said");

  // value of a cell: its number where it has one, else its words; nothing and
  // numbers that may not be shown come last whichever way.
  function value(row, at) {
    var cell = row.cells[at];
    if (!cell) return null;
    if (cell.hasAttribute("data-v")) return Number(cell.getAttribute("data-v"));
    if (cell.classList.contains("hidden-number") || cell.classList.contains("entry")) return null;
    return cell.textContent.trim() || null;
  }

  function compare(a, b) {
    if (typeof a === "number" && typeof b === "number") return a - b;
    if (typeof a === "number") return -1;
    if (typeof b === "number") return 1;
    return a.localeCompare(b, "en-GB", { numeric: true });
  }

  function sort(table, th, at) {
    var down = th.getAttribute("aria-sort") === "ascending";
    Array.prototype.forEach.call(table.tHead.rows[0].cells, function (c) { c.removeAttribute("aria-sort"); });
    th.setAttribute("aria-sort", down ? "descending" : "ascending");
    var body = table.tBodies[0];
    var rows = Array.prototype.slice.call(body.rows);
    var last = rows.filter(function (r) { return r.classList.contains("total"); });
    rows = rows.filter(function (r) { return !r.classList.contains("total"); });
    rows = rows.map(function (r, i) { return { row: r, value: value(r, at), i: i }; });
    rows.sort(function (a, b) {
      if (a.value === null || b.value === null) return (a.value === null) - (b.value === null) || a.i - b.i;
      return (down ? -1 : 1) * compare(a.value, b.value) || a.i - b.i;
    });
    rows.forEach(function (r) { body.appendChild(r.row); });
    last.forEach(function (r) { body.appendChild(r); });
    said.textContent = table.caption.textContent + ": sorted by " + th.textContent + (down ? ", descending" : ", ascending");
  }

  Array.prototype.forEach.call(document.querySelectorAll("table.sortable"), function (table) {
    Array.prototype.forEach.call(table.tHead.rows[0].cells, function (th, at) {
      var button = document.createElement("button");
      button.type = "button";
      while (th.firstChild) button.appendChild(th.firstChild);
      th.appendChild(button);
      button.addEventListener("click", function () { sort(table, th, at); });
    });
  });

  // A table wider than its place says so: a line above it, and an edge that fades
  // while there is more to the right.
  function fit(box) {
    var wide = box.scrollWidth > box.clientWidth + 1;
    box.classList.toggle("wide", wide);
    box.classList.toggle("more", wide && box.scrollLeft + box.clientWidth < box.scrollWidth - 1);
    var hint = box.previousElementSibling;
    var there = hint && hint.classList.contains("sideways");
    if (wide && !there) {
      hint = document.createElement("p");
      hint.className = "sideways";
      hint.textContent = "Wider than this window: scroll sideways for more columns \u2192";
      box.parentNode.insertBefore(hint, box);
    } else if (!wide && there) {
      hint.remove();
    }
  }

  var boxes = Array.prototype.slice.call(document.querySelectorAll(".scroll"));
  boxes.forEach(function (box) {
    fit(box);
    box.addEventListener("scroll", function () { fit(box); });
  });
  window.addEventListener("resize", function () { boxes.forEach(fit); });

  window.addEventListener("beforeprint", function () {
    Array.prototype.forEach.call(document.querySelectorAll("details:not([open])"), function (d) {
      d.open = true;
      d.setAttribute("data-shut", "");
    });
  });
  window.addEventListener("afterprint", function () {
    Array.prototype.forEach.call(document.querySelectorAll("details[data-shut]"), function (d) {
      d.open = false;
      d.removeAttribute("data-shut");
    });
  });
})();
