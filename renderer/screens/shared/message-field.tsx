import { Field } from '../../components/field.tsx';

type MessageFieldProps = {
  readonly label: string;
  readonly help: string;
  readonly rows?: number;
  readonly message: string;
  readonly onMessage: (message: string) => void;
};

/** The contract's limit. */
const messageMax = 2000;

/** The text of a message that is going to be sent. */
export const MessageField = ({ label, help, rows = 4, message, onMessage }: MessageFieldProps) => (
  <Field label={label} help={help}>
    {(idProps) => (
      <textarea
        {...idProps}
        class="input lines"
        rows={rows}
        maxLength={messageMax}
        value={message}
        onInput={(event) => onMessage(event.currentTarget.value)}
      />
    )}
  </Field>
);
