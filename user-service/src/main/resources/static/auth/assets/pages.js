// What pages can do better with scripts; without them they work all the same.

// Passwords can be shown while they are typed.
for (const button of document.querySelectorAll('.secret button')) {
  const field = button.parentElement.querySelector('input');
  button.hidden = false;
  button.addEventListener('click', () => {
    const shown = field.type === 'password';
    field.type = shown ? 'text' : 'password';
    button.textContent = shown ? button.dataset.hide : button.dataset.show;
  });
  field.form.addEventListener('submit', () => {
    field.type = 'password';
  });
}

// Times are those of where the reader is.
for (const time of document.querySelectorAll('time[datetime]')) {
  const format = new Intl.DateTimeFormat(document.documentElement.lang, {
    dateStyle: 'medium',
    timeStyle: time.dataset.date === undefined ? 'short' : undefined,
  });
  time.textContent = format.format(new Date(time.dateTime));
}
