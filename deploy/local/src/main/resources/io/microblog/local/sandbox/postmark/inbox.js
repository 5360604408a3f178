"use strict";

const REFRESH_MS = 3000;

const inOwnTime = (root) => {
  for (const time of root.querySelectorAll("time")) {
    const own = new Date(time.dateTime).toLocaleString(undefined, { dateStyle: "medium", timeStyle: "medium" });
    time.title = time.textContent;
    time.textContent = own;
  }
};

const mails = document.getElementById("mails");
const count = document.getElementById("count");
let known = mails?.innerHTML;

const refresh = async () => {
  if (document.hidden) {
    return;
  }
  const response = await fetch(location.href);
  if (!response.ok) {
    return;
  }
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const fresh = page.getElementById("mails").innerHTML;
  // Only a change touches the page, so nothing flickers and a selection stays.
  if (fresh === known) {
    return;
  }
  known = fresh;
  const focused = mails.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
  mails.innerHTML = fresh;
  inOwnTime(mails);
  count.textContent = page.getElementById("count").textContent;
  if (focused) {
    mails.querySelector(`a[href="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  }
};

const keepRefreshing = () =>
  // The sandbox may be restarting: the next round tries again.
  refresh().catch(() => {}).finally(() => setTimeout(keepRefreshing, REFRESH_MS));

inOwnTime(document);
if (mails) {
  setTimeout(keepRefreshing, REFRESH_MS);
  document.addEventListener("visibilitychange", () => refresh().catch(() => {}));
  const empty = document.getElementById("empty");
  empty.hidden = false;
  empty.addEventListener("click", async () => {
    if (confirm("Delete all mail for good?")) {
      await fetch("/sandbox/messages", { method: "DELETE" });
      await refresh();
    }
  });
}
