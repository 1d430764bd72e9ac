type Waiting<T, R> = { one: T; resolve: (result: R) => void; reject: (error: unknown) => void };

/**
 * Works off what comes at the same time in one go: whatever arrives while earlier batches are under way is the next
 * batch, so that a storm costs few round trips and a single one waits for nobody. A batch that fails is tried one by
 * one, so that nobody fails for a neighbour.
 */
export function together<T, R>(
  work: (batch: T[]) => Promise<R[]>,
  { most, atOnce }: { most: number; atOnce: number },
): (one: T) => Promise<R> {
  const waiting: Waiting<T, R>[] = [];
  let underWay = 0;
  const next = async (): Promise<void> => {
    if (underWay >= atOnce || waiting.length === 0) return;
    underWay += 1;
    await workOff(waiting.splice(0, most), work);
    underWay -= 1;
    await next();
  };
  return (one) =>
    new Promise((resolve, reject) => {
      waiting.push({ one, resolve, reject });
      setImmediate(next);
    });
}

async function workOff<T, R>(batch: Waiting<T, R>[], work: (batch: T[]) => Promise<R[]>): Promise<void> {
  try {
    const results = await work(batch.map(({ one }) => one));
    for (const [index, { resolve }] of batch.entries()) resolve(results[index] as R);
  } catch (error) {
    if (batch.length === 1) batch[0]?.reject(error);
    else await Promise.all(batch.map((each) => workOff([each], work)));
  }
}
