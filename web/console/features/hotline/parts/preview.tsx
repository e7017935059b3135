import type { OrderPreview } from '../../../../../contract/hotline.ts';
import { when } from '../../../../client/dates.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';

/** The first orders as they would become cases. */
export function Preview({ orders }: { orders: readonly OrderPreview[] }) {
  const t = useWords();
  if (orders.length === 0) return null;
  const column = (name: string) => (
    <th key={name} scope="col">
      {t(`hotline:preview.${name}`)}
    </th>
  );
  return (
    <section className="box preview">
      <h2>{t('hotline:preview', { count: orders.length })}</h2>
      <div className="preview-scroll">
        <table>
          <thead>
            <tr>{['number', 'title', 'category', 'place', 'called', 'due', 'caller'].map(column)}</tr>
          </thead>
          <tbody>
            {orders.map((one) => (
              <tr key={one.row}>
                <th scope="row">{one.number}</th>
                <td className="said">
                  <span className="kind">{t(`cases:kind.${one.kind}`)}</span> {one.title}
                </td>
                <td>{one.category ?? <i>{t('hotline:preview.noCategory')}</i>}</td>
                <td>{one.place}</td>
                <td className="nw">{when(one.calledAt)}</td>
                <td className="nw">{when(one.dueAt)}</td>
                <td className="nw">
                  {one.caller || t('common:none')}
                  {one.confidential && <small> {t('hotline:preview.confidential')}</small>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
