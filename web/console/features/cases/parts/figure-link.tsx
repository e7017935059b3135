import { Link } from '@tanstack/react-router';
import type { CaseMetric } from '../../../../../contract/cases.ts';
import type { InboxSearch } from '../filter.ts';
import type { FigureSearch } from '../period.ts';

const whole = new Intl.NumberFormat('en');

/** A counted figure; opens to exactly that many records. */
export function FigureLink({ metric, search, value }: { metric: CaseMetric; search: FigureSearch; value: number }) {
  return (
    <Link className="link figure" to="/figures/$metric" params={{ metric }} search={search}>
      {whole.format(value)}
    </Link>
  );
}

/** A figure of what stands open now; opens to the list it counts. */
export function OpenLink({ search, value }: { search: InboxSearch; value: number }) {
  return (
    <Link className="link figure" to="/" search={search}>
      {whole.format(value)}
    </Link>
  );
}
