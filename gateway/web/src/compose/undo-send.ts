const CHOICE = 'microblog.undoSend';
const OFF = 'off';

/** Whether posts wait a moment in which they can be taken back, as chosen in this browser. */
export function waitsBeforeSending(): boolean {
  return localStorage.getItem(CHOICE) !== OFF;
}

export function waitBeforeSending(wanted: boolean): void {
  if (wanted) {
    localStorage.removeItem(CHOICE);
  } else {
    localStorage.setItem(CHOICE, OFF);
  }
}
