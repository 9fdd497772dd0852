import { Presets, SingleBar } from 'cli-progress';

/** One stage of a long piece of work, shown to whoever started it. */
export interface Stage {
  /** One more step is done; `label` says what comes next or was done. */
  advance(label: string): void;
  end(): void;
}

/**
 * Starts a stage: a bar on a terminal, a line at its end elsewhere.
 * @param total number of steps.
 */
export function startStage(name: string, total: number): Stage {
  const bar = new SingleBar(
    {
      format: `${name} {bar} {value}/{total} {label}`,
      hideCursor: true,
      clearOnComplete: true,
      // Where nobody watches a bar, one line at the end says enough.
      noTTYOutput: false,
    },
    Presets.rect,
  );
  bar.start(total, 0, { label: '' });
  let done = 0;
  return {
    advance(label) {
      done += 1;
      bar.update(done, { label });
    },
    end() {
      bar.stop();
      console.log(`${name}：${done}/${total}`);
    },
  };
}
