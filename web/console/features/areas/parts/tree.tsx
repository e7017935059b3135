import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Area } from '../../../../../contract/areas.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Icon } from '../../../../ui/icon.tsx';
import { childrenQuery } from '../queries.ts';

interface TreeProps {
  readonly root: { readonly id: string; readonly name: string };
  /** Ids above the chosen area: they stand open. */
  readonly line: readonly string[];
  readonly chosen: string;
  readonly closed: boolean;
  readonly onChoose: (id: string) => void;
}

/** The tree, fetched level by level as it is opened. */
export function Tree({ root, line, chosen, closed, onChoose }: TreeProps) {
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set([root.id]));
  const way = line.join(' ');
  useEffect(() => setOpened((before) => new Set([...before, ...way.split(' ')])), [way]);
  const toggle = (id: string) =>
    setOpened((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]));
  const shared = { chosen, closed, opened, onChoose, onToggle: toggle };
  return (
    <ul className="tree">
      <Node {...shared} area={{ ...root, hasChildren: true, until: null, tier: 'street' }} depth={0} />
    </ul>
  );
}

interface BranchProps extends Pick<TreeProps, 'chosen' | 'closed' | 'onChoose'> {
  readonly opened: ReadonlySet<string>;
  readonly depth: number;
  readonly onToggle: (id: string) => void;
}

type NodeArea = Pick<Area, 'id' | 'name' | 'hasChildren' | 'until' | 'tier'>;

function Node({ area, ...rest }: BranchProps & { area: NodeArea }) {
  const t = useWords();
  const { id, name, until, hasChildren } = area;
  const { opened, closed, chosen, depth, onChoose, onToggle } = rest;
  const isOpen = opened.has(id);
  return (
    <li>
      <div className="tree-line" style={{ paddingLeft: depth * 16 }}>
        {hasChildren || (closed && area.tier !== 'dwelling') ? (
          <button
            type="button"
            className="tree-toggle"
            aria-expanded={isOpen}
            aria-label={t(isOpen ? 'areas:tree.close' : 'areas:tree.open', { name })}
            onClick={() => onToggle(id)}
          >
            <Icon name={isOpen ? 'down' : 'forward'} />
          </button>
        ) : (
          <span className="tree-gap" />
        )}
        <button
          type="button"
          className={until ? 'tree-name gone' : 'tree-name'}
          aria-current={chosen === id ? 'true' : undefined}
          onClick={() => onChoose(id)}
        >
          {name}
          {until && <small>{t('areas:closed')}</small>}
        </button>
      </div>
      {isOpen && <Branch {...rest} parent={id} depth={depth + 1} />}
    </li>
  );
}

function Branch({ parent, ...rest }: BranchProps & { parent: string }) {
  const t = useWords();
  const { data, error } = useQuery(childrenQuery(parent, rest.closed));
  if (error) return <p className="hint">{t('common:error.title')}</p>;
  if (!data) return <p className="hint">{t('common:loading')}</p>;
  return (
    <ul>
      {data.map((area) => (
        <Node key={area.id} {...rest} area={area} />
      ))}
    </ul>
  );
}
