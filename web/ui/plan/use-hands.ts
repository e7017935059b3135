import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react';
import {
  bringing,
  moved,
  type Place,
  pixelOf,
  placeOf,
  type Size,
  type Spot,
  spotAt,
  spotOf,
  type View,
  zoomed,
} from './projection.ts';

interface HandsWishes {
  readonly view: View | undefined;
  readonly size: Size;
  readonly pin: Place | undefined;
  readonly onView: (view: View) => void;
  readonly onPin: (place: Place) => void;
}

/** Pixels that a finger may slip in a tap. */
const slip = 8;
/** Pixels that one press of an arrow moves the pin; with the shift key. */
const step = 8;
const stride = 40;

const arrows: Readonly<Record<string, Spot>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** What hands do on a plan: a tap puts the pin, a drag moves it or the plan, two fingers and the wheel zoom, so do keys. */
export function useHands({ view, size, pin, onView, onPin }: HandsWishes) {
  const box = useRef<HTMLDivElement>(null);
  const fingers = useRef(new Map<number, Spot>());
  const drag = useRef({ pin: false, way: 0, from: { x: 0, y: 0 } });
  // Several events may come between two drawings; each goes on from what the one before made of the view.
  const now = useRef(view);
  now.current = view;
  const show = (next: View) => {
    now.current = next;
    onView(next);
  };
  const spot = ({ clientX, clientY }: { clientX: number; clientY: number }): Spot => {
    const { left, top } = box.current?.getBoundingClientRect() ?? { left: 0, top: 0 };
    return { x: clientX - left, y: clientY - top };
  };
  const put = (at: Spot) => now.current && onPin(placeOf(spotAt(at, now.current, size)));
  const zoom = (factor: number, at?: Spot) => {
    if (!now.current) return;
    const middle = pin ? pixelOf(spotOf(pin), now.current, size) : { x: size.width / 2, y: size.height / 2 };
    show(zoomed(now.current, factor, at ?? middle, size));
  };

  useEffect(() => {
    const shown = box.current;
    // Scrolling past a plan scrolls the page; once the plan is what is worked with, it zooms.
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !shown?.contains(document.activeElement)) return;
      event.preventDefault();
      zoom(2 ** (-event.deltaY / 300), spot(event));
    };
    shown?.addEventListener('wheel', onWheel, { passive: false });
    return () => shown?.removeEventListener('wheel', onWheel);
  });

  return {
    box,
    zoom,
    hands: {
      onPointerDown(event: PointerEvent<SVGSVGElement>) {
        event.currentTarget.setPointerCapture(event.pointerId);
        const at = spot(event);
        fingers.current.set(event.pointerId, at);
        const onPinItself = event.target instanceof Element && event.target.closest('.plan-pin') !== null;
        const tip = pin && now.current ? pixelOf(spotOf(pin), now.current, size) : at;
        drag.current = {
          pin: onPinItself,
          way: fingers.current.size > 1 ? slip + 1 : 0,
          from: { x: tip.x - at.x, y: tip.y - at.y },
        };
      },
      onPointerMove(event: PointerEvent<SVGSVGElement>) {
        const before = fingers.current.get(event.pointerId);
        if (!before || !now.current) return;
        const at = spot(event);
        const others = [...fingers.current].filter(([id]) => id !== event.pointerId).map(([, other]) => other);
        fingers.current.set(event.pointerId, at);
        drag.current.way += Math.hypot(at.x - before.x, at.y - before.y);
        if (drag.current.way <= slip) return;
        const other = others[0];
        if (other) {
          const apart = (one: Spot) => Math.hypot(one.x - other.x, one.y - other.y) || 1;
          const middle = { x: (at.x + other.x) / 2, y: (at.y + other.y) / 2 };
          const closer = zoomed(now.current, apart(at) / apart(before), middle, size);
          show(moved(closer, (at.x - before.x) / 2, (at.y - before.y) / 2));
        } else if (drag.current.pin) put({ x: at.x + drag.current.from.x, y: at.y + drag.current.from.y });
        else show(moved(now.current, at.x - before.x, at.y - before.y));
      },
      onPointerUp(event: PointerEvent<SVGSVGElement>) {
        const tapped = fingers.current.size === 1 && drag.current.way <= slip && !drag.current.pin;
        fingers.current.delete(event.pointerId);
        if (tapped) put(spot(event));
      },
      onPointerCancel(event: PointerEvent<SVGSVGElement>) {
        fingers.current.delete(event.pointerId);
      },
      onKeyDown(event: KeyboardEvent<SVGSVGElement>) {
        const view = now.current;
        const way = arrows[event.key];
        if (!view || event.ctrlKey || event.metaKey || event.altKey) return;
        if (way || event.key === 'Enter' || event.key === ' ') {
          const tip = pin ? pixelOf(spotOf(pin), view, size) : { x: size.width / 2, y: size.height / 2 };
          const far = pin && way ? (event.shiftKey ? stride : step) : 0;
          const spotNow = spotAt({ x: tip.x + (way?.x ?? 0) * far, y: tip.y + (way?.y ?? 0) * far }, view, size);
          onPin(placeOf(spotNow));
          show(bringing(spotNow, view, size));
        } else if (event.key === '+' || event.key === '=') zoom(1.5);
        else if (event.key === '-' || event.key === '_') zoom(1 / 1.5);
        else return;
        event.preventDefault();
      },
    },
  };
}
