// Every page works without this. It adds the design system's comforts (a focused error summary, a
// count of characters left, one send for a double click) and looks again at work that is running.
import { initAll } from "./vendor/govuk-frontend.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
initAll();

const running = document.querySelector("[data-refresh]");
if (running) {
  const wait = Number(running.dataset.refresh) * 1000;
  setInterval(() => {
    if (document.visibilityState === "visible") location.reload();
  }, wait);
}
