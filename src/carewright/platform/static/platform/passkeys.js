// Connects a page's passkey button to the sign-in library's own script, and says when it failed.
// A page holds its button and words hidden, so that nobody without script is offered either.
(function () {
  "use strict";
  const place = document.querySelector("[data-passkey]");
  const supported = window.webauthnJSON && window.webauthnJSON.supported();
  if (!place || !supported) return;
  const failed = place.querySelector("[data-passkey-failed]");
  document.addEventListener("allauth.error", (event) => {
    event.preventDefault();
    failed.hidden = false;
    failed.focus();
  });
  const options = place.dataset.passkeyOptions;
  window.allauth.webauthn.forms[place.dataset.passkey]({
    ids: {
      add: "passkey_button",
      login: "passkey_button",
      authenticate: "passkey_button",
      passwordless: document.getElementById("id_passwordless") ? "id_passwordless" : "",
      credential: "passkey_credential",
    },
    data: options ? JSON.parse(options) : null,
  });
  place.hidden = false;
})();
