interface SegmentsProps<T extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly word: string }[];
  readonly chosen: T;
  readonly onChoose: (value: T) => void;
}

/** A few equal parts of one list, one of them shown; the heading is for those who hear the screen. */
export function Segments<T extends string>({ label, options, chosen, onChoose }: SegmentsProps<T>) {
  return (
    <>
      <fieldset className="segments">
        <legend className="visually-hidden">{label}</legend>
        {options.map(({ value, word }) => (
          <button key={value} type="button" aria-pressed={chosen === value} onClick={() => onChoose(value)}>
            {word}
          </button>
        ))}
      </fieldset>
      <h2 className="visually-hidden">{options.find(({ value }) => value === chosen)?.word}</h2>
    </>
  );
}
