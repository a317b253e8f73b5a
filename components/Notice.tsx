/** A short sentence that tells what came of what the reader did; read aloud by screen readers. */
export function Notice({ message }: { readonly message: string }) {
  return (
    <div class="notice" role="status" aria-live="polite">
      {message}
    </div>
  );
}
