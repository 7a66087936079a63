// libcrypto as this package sees it: digests, random bytes, scrypt, comparison in constant time.
// After an edit here: rm -rf .build (SwiftPM does not notice).
#ifndef TUYEN_CRYPTO_SHIM_H
#define TUYEN_CRYPTO_SHIM_H

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rand.h>

// 1 when the 32 bytes at digest are the SHA-256 of the bytes.
static inline int tuyenSHA256(const void *bytes, size_t count, unsigned char *digest) {
  unsigned int written = 0;
  return EVP_Digest(bytes, count, digest, &written, EVP_sha256(), NULL) == 1 && written == 32;
}

// 1 when the bytes at key were derived; N is the cost, a power of two.
static inline int tuyenScrypt(
    const char *password, size_t passwordCount, const unsigned char *salt, size_t saltCount,
    unsigned long long n, unsigned long long r, unsigned long long p, unsigned long long memory,
    unsigned char *key, size_t keyCount) {
  return EVP_PBE_scrypt(
      password, passwordCount, salt, saltCount, n, r, p, memory, key, keyCount);
}

#endif
