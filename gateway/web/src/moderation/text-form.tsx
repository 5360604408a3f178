import { type FormEvent, useId, useState } from 'react';
import Form from 'react-bootstrap/Form';

/** A field for some words and a button that sends them; it is empty again once they are sent. */
export function TextForm({
  label,
  action,
  disabled,
  onSend,
}: {
  label: string;
  action: string;
  disabled: boolean;
  onSend: (text: string, sent: () => void) => void;
}) {
  const id = useId();
  const [text, setText] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSend(text, () => setText(''));
  };
  return (
    <form className="moderation-form" onSubmit={submit}>
      <Form.Group controlId={id}>
        <Form.Label>{label}</Form.Label>
        <Form.Control
          as="textarea"
          rows={3}
          dir="auto"
          maxLength={2_000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </Form.Group>
      <button type="submit" className="btn btn-quiet" disabled={disabled || text.trim() === ''}>
        {action}
      </button>
    </form>
  );
}
