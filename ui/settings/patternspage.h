// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/listmodel.h"
#include "models/patterndraft.h"
#include "models/timelinelane.h"
#include "ui/export/exportjobs.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QToolButton;

namespace falconer {

class PatternEditor;
class PatternPreviewPane;
class PatternStore;
class TableView;

// The lane in view, nullptr: there is none. Valid until control returns to the event loop.
using CurrentLane = std::function<const TimelineLane *()>;

// The words of people's own devices: the table of patterns with the built-in ones below, the fields
// of the chosen one, and what they read in the action in view. All that is typed is kept as the
// store's draft, and in use when it is saved.
class PatternsPage final : public QWidget {
    Q_OBJECT

public:
    PatternsPage(PatternStore &store, CurrentLane lane, QWidget *parent = nullptr);
    ~PatternsPage() override;

    bool isEdited() const; // not what is in use
    int problems() const { return m_draft.problems(); }
    Result<void> save();
    void discard();

    TableView &table() const { return *m_table; }
    PatternEditor &editor() const { return *m_editor; }
    PatternPreviewPane &preview() const { return *m_preview; }

signals:
    void edited();
    void fileFailed(const falconer::Error &error);

private:
    void createTable();
    QWidget *createBar();
    void addKeys();
    void add();
    void duplicate();
    void remove();
    void move(int by);
    void edit(const MessagePattern &pattern);
    void afterEdit();
    void choose(int row);
    int currentRow() const;
    void showCurrent();
    void updateButtons();
    void updatePreview();
    void importFile();
    void exportFile();
    void takeFile(const Result<QByteArray> &content);

    PatternStore &m_store;
    CurrentLane m_lane;
    PatternDraft m_draft;
    ListModel<PatternLine> m_model;
    QTimer m_previewSoon;
    ExportJobs m_jobs;
    TableView *m_table;
    PatternEditor *m_editor;
    PatternPreviewPane *m_preview;
    QToolButton *m_remove = nullptr;
    QToolButton *m_duplicate = nullptr;
    QToolButton *m_up = nullptr;
    QToolButton *m_down = nullptr;
};

} // namespace falconer
