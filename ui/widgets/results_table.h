// A table of results that can be taken along: as text, Markdown or LaTeX to the clipboard, as CSV, Markdown or LaTeX to a file. GUI thread
// only.
#pragma once

#include <QTableWidget>

#include "core/base/result.h"
#include "core/report/table.h"

class QAction;

namespace sonoglyph {

class ResultsTable : public QTableWidget {
    Q_OBJECT
public:
    explicit ResultsTable(QWidget* parent = nullptr);

    /// Keeps the current row where it is still there.
    void show(const Table& table);
    const Table& table() const { return table_; }
    /// As tall as all its rows, for a page that scrolls as a whole.
    void setWhole(bool whole);
    /// For menus and the command palette.
    QList<QAction*> commands() const { return {copyMarkdown_, copyLatex_, save_}; }
    /// By the file's ending: .csv, .tex, .md. Errors: BadOption (another one), those of writing.
    Result<void> saveAs(const QString& file) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void failed(const sonoglyph::Error& error);

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void copy(const std::string& text);
    void askAndSave();

    Table table_;
    bool whole_ = false;
    QAction *copyMarkdown_, *copyLatex_, *save_;
};

}  // namespace sonoglyph
