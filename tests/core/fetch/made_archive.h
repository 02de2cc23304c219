// Archives as a stranger could make them (libarchive).
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <archive.h>
#include <archive_entry.h>

namespace test {

struct Entry {
    std::string name, content = {};
    std::string linkTo = {};
    enum Kind { File, SymbolicLink, HardLink, Folder } kind = File;
};

/// A tar file packed by gzip.
inline void makeArchive(const std::filesystem::path& file, const std::vector<Entry>& entries)
{
    archive* out = archive_write_new();
    archive_write_add_filter_gzip(out);
    archive_write_set_options(out, "gzip:compression-level=1");
    archive_write_set_format_pax_restricted(out);
    archive_write_open_filename(out, file.c_str());
    for (const Entry& entry : entries) {
        archive_entry* e = archive_entry_new();
        archive_entry_set_pathname(e, entry.name.c_str());
        archive_entry_set_perm(e, 0644);
        archive_entry_set_filetype(e, entry.kind == Entry::SymbolicLink ? AE_IFLNK : entry.kind == Entry::Folder ? AE_IFDIR : AE_IFREG);
        if (entry.kind == Entry::SymbolicLink) archive_entry_set_symlink(e, entry.linkTo.c_str());
        if (entry.kind == Entry::HardLink) archive_entry_set_hardlink(e, entry.linkTo.c_str());
        const bool file = entry.kind == Entry::File;
        archive_entry_set_size(e, file ? la_int64_t(entry.content.size()) : 0);
        archive_write_header(out, e);
        if (file) archive_write_data(out, entry.content.data(), entry.content.size());
        archive_entry_free(e);
    }
    archive_write_close(out);
    archive_write_free(out);
}

}  // namespace test
