import { createHash } from 'node:crypto';
import { drawn, listDigest } from './draw';
import { maskedName, maskedNumber } from './mask';

const numbers = Array.from({ length: 1000 }, (_, i) => `（2018）测城人调字第${i + 1}号`);

describe('the draw for inspection', () => {
  it('comes out the same whoever draws, in whatever order the list is', () => {
    const sample = drawn(numbers, '福彩2018150期 07 11 19', 50);
    expect(drawn([...numbers].reverse(), '福彩2018150期 07 11 19', 50)).toEqual(sample);
    expect(new Set(sample).size).toBe(50);
    expect(listDigest([...numbers].reverse())).toBe(listDigest(numbers));
  });

  it('can be repeated with nothing but SHA-256', () => {
    const hash = (n: string) => createHash('sha256').update(`种子\n${n}`).digest('hex');
    const [least] = [...numbers].sort((a, b) => (hash(a) < hash(b) ? -1 : 1));
    expect(drawn(numbers, '种子', 1)).toEqual([least]);
  });

  it('changes with the seed, and rounds up to at least one file', () => {
    expect(drawn(numbers, '甲', 50)).not.toEqual(drawn(numbers, '乙', 50));
    expect(drawn(numbers.slice(0, 3), '甲', 10)).toHaveLength(1);
    expect(drawn([], '甲', 1000)).toEqual([]);
  });
});

describe('what the public reads', () => {
  it.each([
    ['张小三', '张*三'],
    ['李四', '李*'],
    ['王', '王*'],
    ['欧阳春晓', '欧阳**'],
    ['阿依古丽', '阿**丽'],
  ])('%s is shown as %s', (name, shown) => expect(maskedName(name)).toBe(shown));

  it('keeps the last four of a number', () => {
    expect(maskedNumber('6217 0000 1234 5678')).toBe('************5678');
    expect(maskedNumber('123')).toBe('***');
  });
});
