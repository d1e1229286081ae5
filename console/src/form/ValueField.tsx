import { say, type Text } from '../language/language';
import type { Parameter } from '../server/description';
import { valueAt } from './draft';

interface Props {
  readonly action: string;
  readonly parameter: Parameter;
  readonly lack: Text | null;
}

const standard: Text = { en: 'Default', zh: '默认' };

function Choice({ action, parameter }: Omit<Props, 'lack'>) {
  const value = valueAt(action, parameter);
  const choices = parameter.choices ?? [];
  const withDefault = parameter.required || choices.some((choice) => choice.value === '');
  const all = withDefault ? choices : [{ value: '', label: standard }, ...choices];
  return (
    <div class="choices">
      {all.map((choice, index) => (
        <label key={choice.value} class="choice">
          <input
            class={index === 0 ? 'first' : ''}
            type="radio"
            name={parameter.name}
            checked={value.value === choice.value}
            onChange={() => {
              value.value = choice.value;
            }}
          />
          <span>{say(choice.label)}</span>
        </label>
      ))}
    </div>
  );
}

function Entry({ action, parameter }: Omit<Props, 'lack'>) {
  const value = valueAt(action, parameter);
  if (parameter.kind === 'flag') {
    return (
      <input
        class="first"
        id={`value-${parameter.name}`}
        type="checkbox"
        checked={value.value === 'true'}
        onChange={(event) => {
          value.value = event.currentTarget.checked ? 'true' : '';
        }}
      />
    );
  }
  return (
    <input
      class="first entry"
      id={`value-${parameter.name}`}
      inputMode={parameter.kind === 'number' ? 'numeric' : 'text'}
      value={value.value}
      onInput={(event) => {
        value.value = event.currentTarget.value;
      }}
    />
  );
}

/** A parameter that is no picture: a choice, a number, a text, or yes and no. */
export function ValueField({ action, parameter, lack }: Props) {
  const name = <code>{parameter.name}</code>;
  return (
    <fieldset class="field" data-parameter={parameter.name}>
      {parameter.kind === 'choice' ? (
        <legend class="field-name">{name}</legend>
      ) : (
        <label class="field-name" for={`value-${parameter.name}`}>
          {name}
        </label>
      )}
      <p class="hint">{say(parameter.description)}</p>
      {parameter.kind === 'choice' ? (
        <Choice action={action} parameter={parameter} />
      ) : (
        <Entry action={action} parameter={parameter} />
      )}
      {lack && (
        <p class="breach" role="alert">
          {say(lack)}
        </p>
      )}
    </fieldset>
  );
}
