// Written for the project: what Indonesian customers type. Trains the language detector, nothing else.
export const indonesian = `halo kak, pesanan saya di mana?
saya mau mengembalikan barang ini
paketnya belum sampai juga
berapa lama pengirimannya?
ukurannya salah kirim
saya ingin bicara dengan petugas
bisa ganti alamat pengiriman nggak?
kode vouchernya tidak bisa dipakai
selamat siang, saya mau tanya
ada warna biru?
sudah bayar tapi belum masuk
tolong batalkan pesanan saya
sudah dua minggu saya menunggu dan tidak ada yang jawab
kapan uang saya kembali?
barangnya rusak waktu sampai
terima kasih atas bantuannya
mengecewakan sekali, tidak akan beli lagi di sini
apakah bisa kirim ke Surabaya?
saya lupa kata sandi
minta fakturnya dong
sepatunya kekecilan
besok masih ada stok?
kenapa saya ditagih dua kali?
nomor resinya berapa?
makasih banyak ya kak
kurirnya bilang tidak ada orang di rumah
bisa bayar di tempat?
ada bagian yang kurang di dalam kotak
ada warna lain nggak?
hari ini dingin sekali
setel alarm jam tujuh pagi
apakah akhir pekan ini akan hujan?
ingatkan saya untuk menelepon ibu
jujur saya puas sekali
ini bukan yang saya pesan
sekarang saya harus bagaimana?
iya, betul
tidak, sudah cukup
ya sudah, nanti saja
semoga sampai sebelum lebaran
teleponnya tidak pernah diangkat
kami sudah bosan dengan alasan kalian
suka banget, bagus
pelayanannya buruk
aplikasinya sering keluar sendiri
boleh ambil di toko?
kakak saya juga beli satu
kemarin saya sudah kirim pesan tapi belum dibalas
tautannya tidak bisa dibuka
masih bisa tukar setelah tiga puluh hari?
lupa tulis nomor rumah
ada garansinya?
nggak apa-apa, cuma tanya
oke, siap
akhir tahun ada diskon kan?
lebih besar dari yang saya kira
sepertinya ada masalah dengan akun saya
belum pernah lihat seperti ini
sampai jumpa
saya mau tambah kaus kaki juga
pesan meja untuk empat orang malam ini
putar lagu tahun delapan puluhan
gue udah capek nunggu
selamat ulang tahun teman
ada yang tahu harganya?
gimana sih ini kok lama banget
aku lagi di jalan`
