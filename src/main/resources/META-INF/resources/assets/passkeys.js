// Passkeys and security keys: brings a form and the browser's own way to them together. It does so by itself for every
// form that says so by attributes:
//
//   <form hidden method="post" action="…"
//         data-passkey="create"     a new key; "get" for one of those that are registered
//         data-options="/…"         answers a POST with the options, as JSON
//         data-auto>                "get" only: asks at once, without waiting for the button
//     <input type="hidden" name="csrf" value="…">         goes with the request for the options too
//     <input type="hidden" name="response">               filled with the key's answer, as JSON; then the form is sent
//     <p data-passkey-fault role="alert" hidden>…<span></span></p>         what went wrong, in a sentence
//     <button>…</button>
//   </form>
//   <p data-passkey-missing hidden>…</p>                  shown instead where the browser has no such thing
//   {#passkey-words /}                                   what to say when it goes wrong
//
// The form is hidden without a script, so that nobody sends it empty.

const bytes = (text) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
  .replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
const named = (list = []) => list.map((one) => ({ ...one, id: bytes(one.id) }));

// What a browser understands, also one that does not read JSON itself.
const forCreation = (json) => PublicKeyCredential.parseCreationOptionsFromJSON?.(json) ?? {
  ...json,
  challenge: bytes(json.challenge),
  user: { ...json.user, id: bytes(json.user.id) },
  excludeCredentials: named(json.excludeCredentials),
};
const forRequest = (json) => PublicKeyCredential.parseRequestOptionsFromJSON?.(json) ?? {
  ...json,
  challenge: bytes(json.challenge),
  allowCredentials: named(json.allowCredentials),
};

// What the server understands, also from a browser that does not write JSON itself.
const asJson = (credential) => {
  if (credential.toJSON) return credential.toJSON();
  const { response } = credential;
  const parts = { clientDataJSON: text(response.clientDataJSON) };
  if (response.attestationObject) {
    parts.attestationObject = text(response.attestationObject);
    parts.transports = response.getTransports?.() ?? [];
  } else {
    parts.authenticatorData = text(response.authenticatorData);
    parts.signature = text(response.signature);
    if (response.userHandle) parts.userHandle = text(response.userHandle);
  }
  return {
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    response: parts,
    clientExtensionResults: credential.getClientExtensionResults(),
  };
};

const sentence = (said) => `${said[0].toUpperCase()}${said.slice(1)}.`;

// The page has the words, in the language of whoever reads it.
const said = document.querySelector('[data-passkey-words]').dataset;
const WORDS = {
  InvalidStateError: said.registered,
  NotAllowedError: said.noAnswer,
  SecurityError: said.notHere,
};

class Refused extends Error {}

const options = async (form) => {
  const answer = await fetch(form.dataset.options, {
    method: 'POST',
    headers: { Accept: 'application/json', 'X-CSRF-Token': form.elements.csrf.value },
  });
  if (answer.redirected) {
    location.reload(); // the session has ended: the page leads to the door
    return new Promise(() => {});
  }
  const told = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Refused(told.detail ? sentence(told.detail) : said.failed);
  return told;
};

// A browser asks for one key at a time: whoever presses the button while it asks begins anew.
let asking = new AbortController();

const ask = async (form) => {
  asking.abort();
  asking = new AbortController();
  const { signal } = asking;
  const json = await options(form);
  const credential = form.dataset.passkey === 'create'
    ? await navigator.credentials.create({ publicKey: forCreation(json), signal })
    : await navigator.credentials.get({ publicKey: forRequest(json), signal });
  return JSON.stringify(asJson(credential));
};

const words = (thrown) => {
  if (thrown instanceof Refused) return thrown.message;
  return WORDS[thrown.name] ?? (thrown instanceof TypeError
    ? said.unreached
    : said.unanswered);
};

const prove = async (form) => {
  const fault = form.querySelector('[data-passkey-fault]');
  fault.hidden = true;
  try {
    form.elements.response.value = await ask(form);
    form.requestSubmit();
  } catch (thrown) {
    if (thrown.name === 'AbortError') return;
    fault.hidden = false;
    (fault.querySelector('span') ?? fault).textContent = words(thrown);
  }
};

const possible = window.isSecureContext && 'PublicKeyCredential' in window;
document.querySelectorAll('form[data-passkey]').forEach((form) => {
  if (!possible) return;
  form.hidden = false;
  form.addEventListener('submit', (event) => {
    if (form.elements.response.value) return;
    event.preventDefault();
    prove(form);
  });
  // An answer counts once: whoever comes back to this page is asked again.
  addEventListener('pageshow', ({ persisted }) => {
    form.elements.response.value = '';
    if (form.matches('[data-passkey="get"][data-auto]') && !persisted) prove(form);
  });
});
document.querySelectorAll('[data-passkey-missing]').forEach((place) => { place.hidden = possible; });
