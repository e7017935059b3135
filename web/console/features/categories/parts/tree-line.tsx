import type { KeyboardEvent } from 'react';
import type { CategoryNode } from '../../../../../contract/categories.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { Icon } from '../../../../ui/icon.tsx';
import type { Line } from '../shape.ts';

interface TreeLineProps {
  readonly line: Line<CategoryNode>;
  readonly open: boolean;
  readonly chosen: boolean;
  /** The one line that the Tab key stops at. */
  readonly stop: boolean;
  readonly onFocus: () => void;
  readonly onChoose: () => void;
  /** Left out where everything stands open. */
  readonly onToggle: (() => void) | undefined;
  readonly onKey: (event: KeyboardEvent) => void;
}

/** One category in the tree: its name, whether it is a danger or ended, how many open cases it has. */
export function TreeLine({ line, open, chosen, stop, onFocus, onChoose, onToggle, onKey }: TreeLineProps) {
  const t = useWords();
  const { node, level, place, beside, inner } = line;
  return (
    <div
      role="treeitem"
      data-id={node.id}
      tabIndex={stop ? 0 : -1}
      aria-level={level}
      aria-posinset={place}
      aria-setsize={beside}
      aria-selected={chosen}
      {...(inner ? { 'aria-expanded': open } : {})}
      className={node.endedAt ? 'gone' : ''}
      style={{ paddingLeft: (level - 1) * 18 }}
      onFocus={onFocus}
      onClick={onChoose}
      onKeyDown={onKey}
    >
      {inner && onToggle ? (
        <button
          type="button"
          className="toggle"
          tabIndex={-1}
          aria-hidden="true"
          onClick={(event) => {
            event.stopPropagation();
            onToggle();
          }}
        >
          <Icon name={open ? 'down' : 'forward'} />
        </button>
      ) : (
        <span className="toggle">{inner && <Icon name="down" />}</span>
      )}
      <span className="name">{node.name}</span>
      {node.danger && (
        <span className="mark danger">
          <Icon name="danger" />
          {node.callFirst ?? t('categories:danger.short')}
        </span>
      )}
      {node.endedAt && <span className="mark">{t('categories:ended')}</span>}
      {node.openCases > 0 && (
        <span className="count" title={t('categories:open')}>
          {node.openCases}
          <span className="visually-hidden">{t('categories:open')}</span>
        </span>
      )}
    </div>
  );
}
