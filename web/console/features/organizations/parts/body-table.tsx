import type { Organization } from '../../../../../contract/organizations.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';

interface BodyTableProps {
  readonly bodies: readonly Organization[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

export function BodyTable({ bodies, chosen, onChoose }: BodyTableProps) {
  const t = useWords();
  return (
    <div className="box bodies-list">
      <table>
        <caption className="visually-hidden">{t('organizations:title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('organizations:name')}</th>
            <th scope="col">{t('organizations:kind')}</th>
            <th scope="col">{t('organizations:phone')}</th>
            <th scope="col">{t('organizations:people')}</th>
          </tr>
        </thead>
        <tbody>
          {bodies.map((body) => (
            <tr key={body.id} className={body.id === chosen ? 'on' : ''}>
              <th scope="row">
                <button
                  type="button"
                  aria-current={body.id === chosen ? 'true' : undefined}
                  onClick={() => onChoose(body.id)}
                >
                  {body.name}
                </button>
              </th>
              <td>{t(`organizations:kind.${body.kind}`)}</td>
              <td>{body.phone}</td>
              <td>{t('organizations:peopleCount', { count: body.staff.length })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
