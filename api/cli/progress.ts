import { SingleBar } from 'cli-progress';

export interface Progress {
  update(done: number, total: number): void;
  end(): void;
}

type Output = NodeJS.WritableStream & { isTTY?: boolean };

/** A bar on a terminal; elsewhere one plain line for every tenth of the way. */
export function openProgress(words: string, out: Output = process.stderr): Progress {
  return out.isTTY ? bar(words, out) : lines(words, out);
}

function bar(words: string, stream: Output): Progress {
  const format = `${words} {bar} {percentage}%  {value}/{total}  {duration_formatted}`;
  const single = new SingleBar({
    format,
    stream,
    hideCursor: true,
    barsize: 30,
    barCompleteChar: '█',
    barIncompleteChar: '░',
  });
  let started = false;
  return {
    update(done, total) {
      if (!started) single.start(total, done);
      started = true;
      single.update(done);
    },
    end() {
      if (started) single.stop();
    },
  };
}

function lines(words: string, out: Output): Progress {
  let tenths = -1;
  return {
    update(done, total) {
      const reached = total === 0 ? 10 : Math.floor((done / total) * 10);
      if (reached === tenths) return;
      tenths = reached;
      out.write(`${words} ${done}/${total}\n`);
    },
    end() {},
  };
}
