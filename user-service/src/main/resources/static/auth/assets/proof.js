// Has the task of a form solved while somebody fills it in. Whoever is faster waits, and then the form is sent.

const TASKS = 16;

/** Works on the challenge that a field has, and says in words of its language how far that is. */
function work(field, state) {
  const percent = new Intl.NumberFormat(document.documentElement.lang, { style: 'percent' });
  const button = field.form.querySelector('button[type=submit]');
  const name = button.textContent;
  const { challenge, zeros } = field.dataset;
  const numbers = [];
  let working = true;
  let pressed = false;

  const end = (text) => {
    working = false;
    state.textContent = text;
    button.textContent = name;
    button.removeAttribute('aria-disabled');
  };
  const worker = new Worker('/auth/assets/proof-worker.js');
  worker.addEventListener('error', () => end(state.dataset.failed));
  worker.addEventListener('message', ({ data }) => {
    numbers.push(data);
    if (numbers.length % 4 === 0) {
      state.textContent = `${state.dataset.working} ${percent.format(numbers.length / TASKS)}`;
    }
    if (numbers.length === TASKS) {
      worker.terminate();
      field.value = `${challenge}.${numbers.join('')}`;
      end(state.dataset.done);
      if (pressed) {
        field.form.requestSubmit(button);
      }
    }
  });
  field.form.addEventListener('submit', (event) => {
    if (working) {
      event.preventDefault();
      pressed = true;
      button.textContent = state.dataset.waiting;
      button.setAttribute('aria-disabled', 'true');
    }
  });
  state.textContent = `${state.dataset.working} ${percent.format(0)}`;
  worker.postMessage({ challenge, zeros: Number(zeros) });
}

for (const field of document.querySelectorAll('input[data-challenge]')) {
  const state = document.getElementById('proof-state');
  // Browsers bring back what a field held before the page was loaded anew.
  if (field.value.startsWith(`${field.dataset.challenge}.`)) {
    state.textContent = state.dataset.done;
  } else {
    work(field, state);
  }
}
