import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { CategoryNode } from '../../../../../contract/categories.ts';
import { useWords } from '../../../../client/i18n/use-words.ts';
import { linesOf, walk, wayTo } from '../shape.ts';
import { TreeLine } from './tree-line.tsx';

interface TreeProps {
  readonly nodes: readonly CategoryNode[];
  /** Everything stands open, as for what was searched. */
  readonly all: boolean;
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
  /** Left out for who may not change the order. */
  readonly onStep?: (node: CategoryNode, by: 'up' | 'down') => void;
}

/** The tree as one list of lines: arrows walk and open, Enter chooses, Alt with an arrow moves among those beside it. */
export function Tree({ nodes, all, chosen, onChoose, onStep }: TreeProps) {
  const t = useWords();
  const list = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const way = wayTo(nodes, chosen ?? null)
    .slice(0, -1)
    .map(({ id }) => id)
    .join(' ');
  useEffect(() => setOpened((before) => new Set([...before, ...way.split(' ')])), [way]);
  const isOpen = (id: string) => all || opened.has(id);
  const lines = linesOf(nodes, isOpen);
  const [at, setAt] = useState<string>();
  const stop = [at, chosen].find((id) => lines.some(({ node }) => node.id === id)) ?? lines[0]?.node.id;
  const put = (id: string, open: boolean) =>
    setOpened((before) => new Set(open ? [...before, id] : [...before].filter((one) => one !== id)));
  const onKey = (event: KeyboardEvent, node: CategoryNode) => {
    if (event.ctrlKey || event.metaKey) return;
    const step = event.altKey && onStep && ({ ArrowUp: 'up', ArrowDown: 'down' } as const)[event.key];
    const to = walk(event.key, lines, node.id, isOpen);
    if (!step && !to) return;
    event.preventDefault();
    if (step) onStep?.(node, step);
    else if (to === 'choose') onChoose(node.id);
    else if (to === 'open' || to === 'close') put(node.id, to === 'open');
    else if (to) list.current?.querySelector<HTMLElement>(`[data-id="${to.go}"]`)?.focus();
  };
  return (
    <div className="category-tree" role="tree" aria-label={t('categories:tree')} ref={list}>
      {lines.map((line) => (
        <TreeLine
          key={line.node.id}
          line={line}
          open={isOpen(line.node.id)}
          chosen={line.node.id === chosen}
          stop={line.node.id === stop}
          onFocus={() => setAt(line.node.id)}
          onChoose={() => onChoose(line.node.id)}
          onToggle={all ? undefined : () => put(line.node.id, !isOpen(line.node.id))}
          onKey={(event) => onKey(event, line.node)}
        />
      ))}
    </div>
  );
}
