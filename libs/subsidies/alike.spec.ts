import { resemblances, shinglesOf } from './alike';

const story =
  '2018年3月5日,赵大在自家院墙外挖沟排水,雨水倒灌进钱二家的地窖,地窖里存放的土豆全部泡坏,双方为赔偿多少争吵多次,村民小组长劝说没有结果,遂来申请调解。';
const texts = (...list: readonly (readonly [text: string, names: readonly string[]])[]) =>
  list.map(([text, names], i) => ({ id: String(i), shingles: shinglesOf(text, names) }));

describe('near-identical texts', () => {
  it('sees through changed names, dates and amounts', () => {
    const copy = story
      .replace('2018年3月5日', '2018年11月21日')
      .replaceAll('赵大', '孙小三')
      .replaceAll('钱二', '李四');
    const found = resemblances(texts([story, ['赵大', '钱二']], [copy, ['孙小三', '李四']]), 90);
    expect(found.get('1')).toEqual({ earlier: '0', percent: 100 });
    expect(found.has('0')).toBe(false);
  });

  it('leaves another dispute of the same kind alone', () => {
    const other =
      '周五翻建厨房时把地基向北挪了半米,占住两家共用的巷道,吴六拦着不让施工,双方在村委会理论,要求恢复原状并补偿误工损失,因丈量结果说法不一,请求调解委员会主持丈量。';
    expect(resemblances(texts([story, ['赵大', '钱二']], [other, ['周五', '吴六']]), 60).size).toBe(0);
  });

  it('finds exactly the pairs that comparing all with all finds', () => {
    const words = ['排水', '院墙', '地界', '林木', '欠款', '工钱', '宅基', '赔偿', '争吵', '道路', '噪声', '采光'];
    let state = 7;
    const next = () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648);
    const list = Array.from({ length: 160 }, (_, i) => ({
      id: String(i),
      shingles: shinglesOf(
        Array.from(
          { length: 9 },
          (_, n) => words[n < 6 ? Math.floor(i / 4) % words.length : next() % words.length],
        ).join(''),
        [],
      ),
    }));
    const byHand = new Map<string, string>();
    for (const [i, a] of list.entries())
      for (const b of list.slice(0, i)) {
        const both = [...a.shingles].filter((s) => b.shingles.has(s)).length;
        if ((100 * both) / (a.shingles.size + b.shingles.size - both) >= 70 && !byHand.has(a.id))
          byHand.set(a.id, b.id);
      }
    expect(byHand.size).toBeGreaterThan(10);
    expect(new Map([...resemblances(list, 70)].map(([id, r]) => [id, r.earlier]))).toEqual(byHand);
  });

  it('has nothing to say of texts too short for a shingle', () => {
    expect(shinglesOf('2018年', []).size).toBe(0);
    expect(resemblances(texts(['吵架', []], ['吵架', []]), 1).size).toBe(0);
  });
});
