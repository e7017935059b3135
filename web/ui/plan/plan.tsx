import './plan.css';
import { memo, useEffect, useId, useLayoutEffect, useMemo, useState } from 'react';
import { Icon } from '../icon.tsx';
import { bringing, type Place, pixelOf, type Size, spotOf, type View, viewOf } from './projection.ts';
import {
  type Drawn,
  drawSheet,
  named,
  type PlanMark,
  type PlanShape,
  readable,
  spotsOf,
  transformOf,
} from './sheet.ts';
import { type PlanTiles, Tiles } from './tiles.tsx';
import { useHands } from './use-hands.ts';

export interface PlanProps {
  readonly label: string;
  /** How it is used by keys and fingers, for those who cannot see it. */
  readonly help: string;
  readonly closer: string;
  readonly farther: string;
  readonly shapes: readonly PlanShape[];
  readonly marks: readonly PlanMark[];
  /** What is shown at first; everything where it is empty. */
  readonly start: readonly Place[];
  readonly pin: Place | undefined;
  /** Left out, the plan is only looked at. */
  readonly onPin?: (place: Place) => void;
  /** The shape or mark that the pin lies in. */
  readonly chosen?: string | undefined;
  readonly tiles?: PlanTiles | undefined;
  /** Pixels that a character of a name takes. */
  readonly letter?: number;
}

/** From here on houses have their names beside them: there are forty pixels between two of them. */
const near = 256 * 2 ** 16.8;
/** From here they have room in larger type as well. */
const close = 256 * 2 ** 17.3;
/** Farther away than this houses would run into one another. */
const far = 256 * 2 ** 13.5;

/** Outlines on white, or on tiles where there are some, with a pin that hands and keys put where it belongs. */
export function Plan({
  label,
  help,
  closer,
  farther,
  shapes,
  marks,
  start,
  pin,
  onPin,
  chosen,
  tiles,
  letter = 14,
}: PlanProps) {
  const helpId = useId();
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  const [view, setView] = useState<View>();
  const sheet = useMemo(() => drawSheet(shapes), [shapes]);
  const { box, zoom, hands } = useHands({ view, size, pin, onView: setView, onPin: onPin ?? (() => undefined) });

  useLayoutEffect(() => {
    const shown = box.current;
    if (!shown) return;
    const measure = () => setSize({ width: shown.clientWidth, height: shown.clientHeight });
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(shown);
    return () => watch.disconnect();
  }, [box]);

  const all = useMemo(() => (start.length > 0 ? start.map(spotOf) : spotsOf(shapes)), [start, shapes]);
  const first = size.width > 0 ? (pin ? { middle: spotOf(pin), scale: close } : viewOf(all, size)) : undefined;
  const shown = view ?? first;
  useEffect(() => {
    if (!view && first) setView(first);
  }, [view, first]);
  // A pin that was put from outside is brought into sight.
  useEffect(() => {
    if (pin && size.width > 0) setView((now) => now && bringing(spotOf(pin), now, size));
  }, [pin, size]);

  const at = (place: Place) => pixelOf(spotOf(place), shown ?? { middle: spotOf(place), scale: 1 }, size);
  const inSight = ({ x, y }: { x: number; y: number }) =>
    x > -40 && y > -20 && x < size.width + 40 && y < size.height + 20;
  const tip = pin && at(pin);
  const houses = shown !== undefined && shown.scale >= near && marks.length > 0;
  const around =
    shown === undefined || shown.scale < far ? [] : marks.map((mark) => ({ ...mark, ...at(mark.at) })).filter(inSight);
  const names = houses
    ? readable(
        around.toSorted((a, b) => Number(b.id === chosen) - Number(a.id === chosen)),
        letter,
      )
    : undefined;
  return (
    <div ref={box} className={onPin ? 'plan-box hand' : 'plan-box'}>
      {shown && (
        <svg
          {...(onPin ? { ...hands, role: 'application', tabIndex: 0 } : { role: 'img' })}
          aria-label={label}
          aria-describedby={onPin ? helpId : undefined}
          viewBox={`0 0 ${size.width} ${size.height}`}
        >
          {tiles && <Tiles tiles={tiles} view={shown} size={size} />}
          <g transform={transformOf(sheet, shown, size)}>
            <Shapes shapes={sheet.shapes} chosen={chosen} bare={!tiles} />
          </g>
          {around.map(({ id, name, x, y }) => (
            <g key={id} className={id === chosen ? 'plan-mark on' : 'plan-mark'}>
              <rect
                x={x - (houses ? 7 : 3)}
                y={y - (houses ? 7 : 3)}
                width={houses ? 14 : 6}
                height={houses ? 14 : 6}
                rx={1.5}
              />
              {names?.has(id) && (
                <text x={x} y={y + 10 + letter}>
                  {name}
                </text>
              )}
            </g>
          ))}
          {(houses ? [] : named(sheet, shown, letter)).map(({ id, name, middle }) => {
            const { x, y } = pixelOf(middle, shown, size);
            return (
              inSight({ x, y }) && (
                <text key={id} x={x} y={y} className="plan-name">
                  {name}
                </text>
              )
            );
          })}
          {tip && <Pin x={tip.x} y={tip.y} />}
        </svg>
      )}
      {onPin && (
        <p id={helpId} className="visually-hidden">
          {help}
        </p>
      )}
      <div className="plan-zoom">
        <button type="button" aria-label={closer} onClick={() => zoom(2)}>
          <Icon name="add" />
        </button>
        <button type="button" aria-label={farther} onClick={() => zoom(0.5)}>
          <Icon name="less" />
        </button>
      </div>
      {tiles && <p className="plan-notice">{tiles.notice}</p>}
    </div>
  );
}

const Shapes = memo(function Shapes({
  shapes,
  chosen,
  bare,
}: {
  shapes: readonly Drawn[];
  chosen?: string | undefined;
  bare: boolean;
}) {
  return shapes.map(({ id, rank, path }) => (
    <path
      key={id}
      d={path}
      fillRule="evenodd"
      className={`plan-shape rank-${Math.min(rank, 2)}${id === chosen ? ' on' : ''}${bare ? ' bare' : ''}`}
    />
  ));
});

/** Its tip stands on the spot; around it is room for a finger. */
function Pin({ x, y }: { x: number; y: number }) {
  return (
    <g className="plan-pin" transform={`translate(${x} ${y})`}>
      <circle r={26} cy={-18} className="reach" />
      <path d="M0 0C-3-8-13-15-13-25a13 13 0 0 1 26 0C13-15 3-8 0 0Z" />
      <circle r={4.5} cy={-25} className="eye" />
    </g>
  );
}
