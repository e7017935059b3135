import type { Shares } from '../shares.ts';

interface ShareTableProps {
  readonly title: string;
  readonly names: readonly string[];
  readonly rows: readonly { readonly id: string; readonly name: string }[];
  readonly shares: Shares;
  /** Words for going to no part; left out where everything has to go somewhere. */
  readonly stays?: string;
  readonly onChange: (shares: Shares) => void;
}

/** Rows, each of which goes to one of the parts. */
export function ShareTable({ title, names, rows, shares, stays, onChange }: ShareTableProps) {
  const columns = [...names.map((name, at) => ({ at, name })), ...(stays ? [{ at: -1, name: stays }] : [])];
  const usual = stays ? -1 : 0;
  return (
    <div className="share-table">
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            <td />
            {columns.map(({ at, name }) => (
              <th key={at} scope="col">
                {name || at + 1}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              {columns.map(({ at, name: part }) => (
                <td key={at}>
                  <input
                    type="radio"
                    name={id}
                    aria-label={`${name} → ${part || at + 1}`}
                    checked={Math.min(shares[id] ?? usual, names.length - 1) === at}
                    onChange={() => onChange({ ...shares, [id]: at })}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
