import { isShown, mediaOf } from './media.js';

describe('what a file is', () => {
  it('is told by its content, not by its name', () => {
    expect(mediaOf({ name: '底稿.docx', mediaType: 'application/pdf' })).toBe('pdf');
    expect(mediaOf({ name: '现场.pdf', mediaType: 'image/jpeg' })).toBe('picture');
    expect(mediaOf({ name: '现场.pdf', mediaType: 'application/octet-stream' })).toBe('other');
  });

  it('is told by the name where the content is an office file, and only PDF and pictures are shown', () => {
    const names = ['方案.docx', '明细.XLSX', '汇报.pptx', '批复.ofd', '佐证.zip', '说明.txt'];
    const media = names.map((name) => mediaOf({ name, mediaType: 'application/octet-stream' }));
    expect(media).toEqual(['document', 'sheet', 'slides', 'ofd', 'archive', 'text']);
    expect(media.filter(isShown)).toEqual([]);
  });
});
