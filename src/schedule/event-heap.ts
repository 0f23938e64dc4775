/** Times to come, earliest first; at equal times the lower rank first. A binary heap on columns, so that nothing is made per event. */

export interface EventHeap {
  size: number;
  time: Float64Array;
  rank: Float64Array;
  data: Int32Array;
}

export const eventHeap = (capacity = 64): EventHeap => ({ size: 0, time: new Float64Array(capacity), rank: new Float64Array(capacity), data: new Int32Array(capacity) });

const grown = (heap: EventHeap): void => {
  const { time, rank, data } = heap;
  heap.time = new Float64Array(2 * time.length);
  heap.time.set(time);
  heap.rank = new Float64Array(2 * time.length);
  heap.rank.set(rank);
  heap.data = new Int32Array(2 * time.length);
  heap.data.set(data);
};

/** When the first is due; Infinity where there is none. */
export const firstTime = (heap: EventHeap): number => (heap.size === 0 ? Infinity : heap.time[0]!);

export const pushEvent = (heap: EventHeap, t: number, rank: number, data: number): void => {
  if (heap.size === heap.time.length) grown(heap);
  const { time, rank: ranks, data: datas } = heap;
  let i = heap.size++;
  while (i > 0) {
    const up = (i - 1) >> 1;
    const t_up = time[up]!;
    if (t_up < t || (t_up === t && ranks[up]! < rank)) break;
    time[i] = t_up;
    ranks[i] = ranks[up]!;
    datas[i] = datas[up]!;
    i = up;
  }
  time[i] = t;
  ranks[i] = rank;
  datas[i] = data;
};

/** Takes the first out and answers its data. The heap must hold one. */
export const popEvent = (heap: EventHeap): number => {
  const { time, rank, data } = heap;
  const first = data[0]!;
  const size = --heap.size;
  const t = time[size]!;
  const r = rank[size]!;
  const d = data[size]!;
  let i = 0;
  for (let down = 1; down < size; down = 2 * i + 1) {
    const right = down + 1;
    if (right < size && (time[right]! < time[down]! || (time[right] === time[down] && rank[right]! < rank[down]!))) down = right;
    const t_down = time[down]!;
    if (t < t_down || (t === t_down && r < rank[down]!)) break;
    time[i] = t_down;
    rank[i] = rank[down]!;
    data[i] = data[down]!;
    i = down;
  }
  time[i] = t;
  rank[i] = r;
  data[i] = d;
  return first;
};
