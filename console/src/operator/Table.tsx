import type { ComponentChildren } from 'preact';

interface Props {
  readonly label: string;
  readonly headings: readonly string[];
  /** How many of the last columns hold numbers. */
  readonly numbers?: number;
  readonly children: ComponentChildren;
}

/** Rows under headings, in a box that scrolls by itself where they are too wide, by keys too. */
export function Table({ label, headings, numbers = 0, children }: Props) {
  const firstNumber = headings.length - numbers;
  return (
    <section class="table-box" tabIndex={0} aria-label={label}>
      <table class="table">
        <thead>
          <tr>
            {headings.map((heading, index) => (
              <th key={heading} scope="col" class={index < firstNumber ? '' : 'number'}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}
