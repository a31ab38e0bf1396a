import { Upload } from 'antd';

interface DropFileProps {
  /** What is dropped here, and what happens with it. */
  readonly text: string;
  readonly hint: string;
  readonly accept: string;
  readonly onFile: (file: File) => void;
  readonly disabled?: boolean;
}

/** A place to drop one file, or to choose it; what becomes of it the page says. */
export const DropFile = ({ text, hint, accept, onFile, disabled = false }: DropFileProps) => (
  <Upload.Dragger
    accept={accept}
    maxCount={1}
    showUploadList={false}
    disabled={disabled}
    beforeUpload={(file) => {
      onFile(file);
      return false;
    }}
  >
    <p style={{ margin: 0 }}>{text}</p>
    <p style={{ margin: 0, color: '#595f69' }}>{hint}</p>
  </Upload.Dragger>
);
